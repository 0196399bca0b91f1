package dev.core7.conformance.report;

import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A report with one of every outcome in either level, and text that a hostile server may send. */
final class Reports {
    /** CDATA's end, markup, U+0000, half a surrogate pair, an emoji, an escape that clears a terminal. */
    static final String HOSTILE = "]]> <b a=\"&amp;'\"> \u0000 \ud800 🦔 \u001b[2J \r\n\u2028";

    private static final Operation OPERATION =
            ContractReader.bundled().operation("annotations_list").orElseThrow();

    private Reports() {}

    static Report everyOutcome(boolean strict) {
        var contract = new Contract("Title " + HOSTILE, "1.0.0", "0".repeat(64), "", List.of(OPERATION));
        var results = new ArrayList<Result>();
        for (Level level : Level.values()) {
            for (Outcome outcome : outcomes()) {
                results.add(result(outcome, level));
            }
        }
        return new Report(
                contract,
                Targets.at("http://127.0.0.1:8080").withMcpUrl(Optional.of("http://127.0.0.1:8080/mcp")),
                Selection.ALL,
                "0a1b2c3d",
                Instant.parse("2026-11-01T00:00:00Z"),
                Duration.ofMillis(1234),
                strict,
                results,
                results.stream().flatMap(r -> r.exchange().stream()).toList(),
                List.of("/api/projects/1/annotations/7/: tidying up was answered 500"),
                List.of(),
                List.of());
    }

    static List<Outcome> outcomes() {
        var finding = new Finding("/results/0/" + HOSTILE, "integer", HOSTILE);
        return List.of(
                Outcome.passed(),
                new Outcome.Failed(List.of(finding, new Finding("status", "200", "500"))),
                new Outcome.NotProven("no key " + HOSTILE),
                new Outcome.NotApplicable("not accepted"),
                new Outcome.Excluded("not among --operation"),
                new Outcome.KnownFailure(List.of(finding), "ticket 7"));
    }

    private static Result result(Outcome outcome, Level level) {
        var sent = Case.of(OPERATION, "documented", new Purpose.Documented(""), Targets.KEY);
        var request = Targets.request("GET", "/api/projects/1/annotations/?q=%27", Map.of("X", HOSTILE), null);
        var response = new Response(500, Map.of(), new byte[0], false, Duration.ofMillis(42));
        boolean judged = !outcome.brokenPlaces().isEmpty() || outcome instanceof Outcome.Passed;
        return new Result(
                sent,
                "response-body",
                level,
                "the clause " + HOSTILE,
                outcome,
                judged ? Optional.of(new Exchange(sent, request, response)) : Optional.empty());
    }
}
