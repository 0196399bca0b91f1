package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Failures and results that are not proven as SARIF 2.1.0. A check is a rule, a result that is not proven has the kind {@code open},
 * and a known failure is suppressed.
 */
@AutoService(Reporter.class)
public final class SarifReporter implements Reporter {
    private static final String VERSION = "2.1.0";

    @Override
    public String fileName() {
        return "report.sarif";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var reported =
                report.results().stream().filter(SarifReporter::isReported).toList();
        var rules = new LinkedHashMap<String, Object>();
        reported.forEach(result -> rules.computeIfAbsent(result.check(), check -> rule(result)));
        var run = new LinkedHashMap<String, Object>();
        run.put("tool", Map.of("driver", driver(report, rules)));
        run.put("automationDetails", Map.of("id", "core7-conformance/" + report.runId()));
        run.put("invocations", List.of(invocation(report)));
        var order = List.copyOf(rules.keySet());
        run.put("results", reported.stream().map(r -> result(r, order, report)).toList());
        var log = new LinkedHashMap<String, Object>();
        log.put("version", VERSION);
        log.put("runs", List.of(run));
        out.write(Json.pretty(log) + "\n");
    }

    private static boolean isReported(Result result) {
        return !result.outcome().brokenPlaces().isEmpty() || result.outcome() instanceof Outcome.NotProven;
    }

    private static Map<String, Object> driver(Report report, Map<String, Object> rules) {
        var driver = new LinkedHashMap<String, Object>();
        driver.put("name", "core7-kit");
        driver.put(
                "fullName",
                "Conformance to " + report.contract().title() + " "
                        + report.contract().version());
        driver.put("rules", new ArrayList<>(rules.values()));
        return driver;
    }

    private static Map<String, Object> rule(Result first) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("id", first.check());
        rule.put("shortDescription", text(first.clause()));
        return rule;
    }

    private static Map<String, Object> invocation(Report report) {
        var invocation = new LinkedHashMap<String, Object>();
        // About the tool, not about the server.
        invocation.put("executionSuccessful", true);
        invocation.put("startTimeUtc", report.started().toString());
        invocation.put("exitCode", report.exitCode());
        return invocation;
    }

    private static Map<String, Object> result(Result result, List<String> rules, Report report) {
        boolean broken = !result.outcome().brokenPlaces().isEmpty();
        boolean counts = report.affectsVerdict(result.level());
        var json = new LinkedHashMap<String, Object>();
        json.put("ruleId", result.check());
        json.put("ruleIndex", rules.indexOf(result.check()));
        json.put("kind", broken ? "fail" : "open");
        json.put("level", !broken ? "none" : counts ? "error" : "warning");
        json.put("message", text(message(result)));
        json.put("locations", List.of(Map.of("logicalLocations", List.of(location(result)))));
        json.put("partialFingerprints", Map.of("resultId/v1", result.id()));
        if (result.outcome() instanceof Outcome.KnownFailure known) {
            json.put("suppressions", List.of(suppression(known)));
        }
        result.request().ifPresent(request -> {
            json.put("webRequest", request(request, report));
            json.put("properties", Map.of("curl", CurlCommand.of(report.target(), request)));
        });
        result.exchange()
                .ifPresent(exchange -> json.put(
                        "webResponse", Map.of("statusCode", exchange.response().status())));
        return json;
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }

    private static String message(Result result) {
        var places = result.outcome().brokenPlaces();
        return places.isEmpty()
                ? "Not proven: " + result.outcome().reason()
                : places.stream().map(Formats::finding).collect(Collectors.joining("\n"));
    }

    private static Map<String, Object> location(Result result) {
        var location = new LinkedHashMap<String, Object>();
        location.put("name", result.sent().operation().id());
        location.put("fullyQualifiedName", result.sent().id());
        location.put("kind", "resource");
        return location;
    }

    private static Map<String, Object> suppression(Outcome.KnownFailure known) {
        return Map.of("kind", "external", "justification", known.reason());
    }

    private static Map<String, Object> request(Request request, Report report) {
        return Map.of("method", request.method(), "target", report.target().resolve(request.path()));
    }
}
