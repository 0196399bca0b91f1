package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every exchange of the run in the order they were sent, one JSON object per line; {@code transcript.schema.json} beside
 * this class describes it. A key is told by its name.
 */
@AutoService(Reporter.class)
public final class TranscriptReporter implements Reporter {
    /** Enough for a page of a list. */
    private static final int BODY_SHOWN = 16_384;

    @Override
    public String fileName() {
        return "transcript.ndjson";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Exchange exchange : report.exchanges()) {
            var json = new LinkedHashMap<String, Object>();
            json.put("case", exchange.sent().id());
            json.put("operation", exchange.sent().called().id());
            json.put("request", request(exchange.request()));
            json.put("response", response(exchange.response()));
            json.put("curl", CurlCommand.of(report.target(), exchange.request()));
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
        body(json, Optional.ofNullable(request.body()).orElse(""), false);
        return json;
    }

    private static Map<String, Object> response(Response response) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", response.status());
        json.put("seconds", response.took().toMillis() / 1000.0);
        json.put("headers", new TreeMap<>(response.headers()));
        body(json, response.text(), response.endless());
        return json;
    }

    private static void body(Map<String, Object> json, String text, boolean endless) {
        boolean cut = text.length() > BODY_SHOWN;
        json.put("body", cut ? text.substring(0, BODY_SHOWN) : text);
        json.put("cut", cut || endless);
    }
}
