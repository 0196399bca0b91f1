package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.coverage.Coverage;
import dev.core7.conformance.coverage.Item;
import dev.core7.conformance.coverage.Usage;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.recording.RecordedTarget;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Hint;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for programs. {@code report.schema.json} describes it. */
@AutoService(Reporter.class)
public final class JsonReporter implements Reporter {
    /** The version of the format; it changes when readers have to change. */
    private static final int FORMAT = 1;

    @Override
    public String fileName() {
        return "report.json";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var json = new LinkedHashMap<String, Object>();
        json.put("format", FORMAT);
        json.put("verdict", report.verdict().word());
        json.put("strict", report.strict());
        json.put("run", report.runId());
        json.put("started", report.started().toString());
        json.put("seconds", report.took().toMillis() / 1000.0);
        json.put("contract", contract(report));
        json.put("target", target(report));
        json.put("selection", selection(report.selection()));
        json.put("selfTest", selfTest());
        json.put("counts", report.numberOfResults());
        json.put("requests", report.attempts().size());
        json.put("leftBehind", report.leftBehind());
        json.put("stale", report.baselineProblems());
        json.put("warnings", report.warnings());
        json.put(
                "results", report.results().stream().map(r -> result(r, report)).toList());
        json.put(
                "coverage",
                Coverage.of(report).stream().map(JsonReporter::coverage).toList());
        json.put("hints", report.hints().stream().map(JsonReporter::hint).toList());
        out.write(Json.pretty(json));
        out.write("\n");
    }

    private static Map<String, Object> contract(Report report) {
        var contract = report.contract();
        var json = new LinkedHashMap<String, Object>();
        json.put("title", contract.title());
        json.put("version", contract.version());
        json.put("sha256", contract.digest());
        json.put("operations", contract.operations().size());
        return json;
    }

    private static Map<String, Object> target(Report report) {
        var json = RecordedTarget.json(report.target());
        json.put("keys", report.target().keys().stream().map(Key::name).toList());
        return json;
    }

    private static Map<String, Object> selection(Selection selection) {
        var json = new LinkedHashMap<String, Object>();
        json.put("operations", selection.operations().stream().sorted().toList());
        json.put("readOnly", selection.readOnly());
        json.put("only", selection.only().stream().sorted().toList());
        json.put("because", selection.because());
        json.put("split", selection.share().isPresent());
        return json;
    }

    private static Map<String, Object> selfTest() {
        var certificate = Certificate.ofThisBuild();
        var json = new LinkedHashMap<String, Object>();
        json.put("mutants", certificate.mutants());
        json.put("killed", certificate.killed());
        json.put("sha256", certificate.sha256());
        return json;
    }

    private static Map<String, Object> result(Result result, Report report) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", result.id());
        json.put("operation", result.sent().operation().id());
        json.put("case", result.sent().name());
        json.put("check", result.check());
        json.put("level", result.level().name());
        json.put("outcome", result.outcome().word());
        json.put("section", result.sent().operation().section());
        json.put("clause", result.clause());
        json.put("reason", result.outcome().reason());
        json.put("findings", findings(result.outcome().brokenPlaces()));
        result.exchange()
                .ifPresent(exchange -> json.put("status", exchange.response().status()));
        result.request().ifPresent(request -> json.put("curl", CurlCommand.of(report.target(), request)));
        return json;
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        var json = new LinkedHashMap<String, Object>();
        json.put("operation", coverage.operation().id());
        json.put("items", coverage.items().stream().map(JsonReporter::item).toList());
        return json;
    }

    private static Map<String, Object> item(Item item) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", item.kind().word());
        json.put("name", item.name());
        json.put("usages", item.usages().stream().map(JsonReporter::usage).toList());
        return json;
    }

    private static Map<String, Object> usage(Usage usage) {
        var json = new LinkedHashMap<String, Object>();
        json.put("form", usage.form());
        json.put("times", usage.times());
        if (usage.isExercised()) {
            json.put("statuses", usage.statuses());
            json.put("failed", usage.failed());
            json.put("request", usage.request());
        } else {
            json.put("reason", usage.reason());
        }
        return json;
    }

    private static Map<String, String> hint(Hint hint) {
        var json = new LinkedHashMap<String, String>();
        json.put("kind", hint.kind());
        json.put("text", hint.text());
        json.put("request", hint.request());
        return json;
    }

    private static List<Map<String, String>> findings(List<Finding> findings) {
        return findings.stream().map(Finding::json).toList();
    }
}
