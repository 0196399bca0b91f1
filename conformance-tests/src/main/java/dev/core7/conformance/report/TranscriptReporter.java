package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every request of the run in the order of sending, one JSON object per line. {@code transcript.schema.json} describes it. It
 * contains names of keys, not their values. {@code kit verify-report} judges the run again from it.
 */
@AutoService(Reporter.class)
public final class TranscriptReporter implements Reporter {
    /** Longer bodies are cut: 1 MiB, five times the largest page that the API returns by default. */
    private static final int MAX_BODY = 1024 * 1024;

    @Override
    public String fileName() {
        return "transcript.ndjson";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Attempt attempt : report.attempts()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("case", attempt.sent().id());
            json.put("operation", attempt.sent().called().id());
            json.put("request", request(attempt.request()));
            if (attempt instanceof Exchange exchange) {
                json.put("response", response(exchange.response()));
            } else if (attempt instanceof Unanswered unanswered) {
                json.put("noResponse", noResponse(unanswered));
            }
            json.put("curl", CurlCommand.of(report.target(), attempt.request()));
            out.write(Json.write(json));
            out.write("\n");
        }
    }

    private static Map<String, Object> request(Request request) {
        var json = new LinkedHashMap<String, Object>();
        json.put("method", request.method());
        json.put("path", request.path());
        json.put("key", Optional.ofNullable(request.key()).map(Key::name).orElse(""));
        json.put("headers", new TreeMap<>(request.headers()));
        json.put("body", Optional.ofNullable(request.body()).orElse(""));
        return json;
    }

    private static Map<String, Object> noResponse(Unanswered request) {
        var json = new LinkedHashMap<String, Object>();
        json.put("problem", request.problem());
        json.put("unreachable", request.unreachable());
        return json;
    }

    private static Map<String, Object> response(Response response) {
        int kept = Math.min(response.body().length, response.endless() ? Transport.MAX_KEPT : MAX_BODY);
        var bytes = Arrays.copyOf(response.body(), kept);
        var text = new String(bytes, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        var json = new LinkedHashMap<String, Object>();
        json.put("status", response.status());
        json.put("seconds", response.took().toMillis() / 1000.0);
        json.put("headers", new TreeMap<>(response.headers()));
        json.put("body", isText ? text : Base64.getEncoder().encodeToString(bytes));
        json.put("encoding", isText ? "text" : "base64");
        json.put("cut", kept < response.body().length);
        json.put("endless", response.endless());
        return json;
    }
}
