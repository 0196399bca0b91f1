package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs that never took place, and what the reporter makes of them. */
final class Runs {
    static final Contract CONTRACT = ContractReader.bundled();
    static final Key KEY =
            new Key("readers", "phx_the_secret", Set.of("annotation:read"), Optional.empty(), "KEY_READERS");
    static final Target TARGET =
            new Target("https://api.example.com", Map.of("project_id", "1"), List.of(KEY), Map.of(), Optional.empty());

    private Runs() {}

    static Operation operation(String id) {
        return CONTRACT.operation(id).orElseThrow();
    }

    static Exchange exchange(String operation, Purpose purpose, int status, String body) {
        var sent = Case.of(operation(operation), "documented", purpose, KEY);
        var request = new Request("GET", "/api/" + operation, Map.of("Accept", "application/json"), null, KEY, "");
        var headers = Map.of("content-type", List.of("application/json"));
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Exchange(sent, request, new Response(status, headers, bytes, false, Duration.ofMillis(7)));
    }

    static Result result(String operation, String check, Level level, Outcome outcome) {
        var exchange = exchange(operation, new Purpose.Documented(""), 200, "{\"id\":1}");
        return new Result(exchange.sent(), check, level, "the clause of " + check, outcome, Optional.of(exchange));
    }

    static Report report(List<Result> results) {
        var exchanges = results.stream().flatMap(r -> r.exchange().stream()).toList();
        return report(results, exchanges);
    }

    static Report report(List<Result> results, List<Exchange> exchanges) {
        return new Report(
                CONTRACT,
                TARGET,
                Selection.ALL,
                "0a1b2c3d",
                Instant.parse("2026-11-01T12:00:00Z"),
                Duration.ofSeconds(83),
                false,
                results,
                exchanges,
                List.of(),
                List.of(),
                List.of());
    }

    static String html(Report report) {
        var out = new StringWriter();
        try {
            new HtmlReporter().write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
