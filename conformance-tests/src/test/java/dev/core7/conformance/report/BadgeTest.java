package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.badge.BadgeJsonReporter;
import dev.core7.conformance.badge.BadgeSvgReporter;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BadgeTest {
    private static Report report(Outcome... outcomes) {
        return Runs.report(List.of(outcomes).stream()
                .map(outcome -> Runs.result("cohorts_list", "status-code", Level.MUST, outcome))
                .toList());
    }

    private static String written(Reporter reporter, Report report) throws IOException {
        var out = new StringWriter();
        reporter.write(report, out);
        return out.toString();
    }

    private static void says(Report report, String message, String colour) throws IOException, Json.NotJsonException {
        assertThat(Json.parse(written(new BadgeJsonReporter(), report)))
                .hasToString("{schemaVersion=1, label=" + Runs.CONTRACT.title() + ", message=" + message + ", color="
                        + colour + "}");
        assertThat(Dom.of(written(new BadgeSvgReporter(), report)).elements("text"))
                .extracting(Dom::text)
                .containsExactly(Runs.CONTRACT.title(), message);
    }

    @Test
    void says_the_verdict_and_no_more_than_was_judged() throws IOException, Json.NotJsonException {
        says(report(Outcome.passed()), "conformant", "brightgreen");
        says(report(Outcome.passed(), new Outcome.Excluded("left out")), "conformant in part", "brightgreen");
        says(report(Outcome.passed(), new Outcome.NotProven("no key")), "incomplete", "yellow");
        var failed = Outcome.failed("status", "200", "500");
        says(report(Outcome.passed(), failed, failed), "2 failed", "red");
    }
}
