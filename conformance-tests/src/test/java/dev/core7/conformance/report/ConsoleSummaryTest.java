package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A person reads the console, so that it stays readable however much is wrong. */
class ConsoleSummaryTest {
    private static Result result(String operation, String name, Outcome outcome) {
        var sent = Case.of(Runs.operation(operation), name, new Purpose.Documented(""), Runs.KEY);
        var exchange = Runs.exchange(operation, sent.purpose(), 200, "{}");
        return new Result(
                sent,
                "response-body",
                Level.MUST,
                "the body has its shape",
                outcome,
                Optional.of(new Exchange(sent, exchange.request(), exchange.response())));
    }

    private static Outcome broken(String... places) {
        return new Outcome.Failed(List.of(places).stream()
                .map(at -> new Finding(at, "present", "absent"))
                .toList());
    }

    @Test
    void one_broken_field_in_many_cases_is_one_failure_with_one_line_to_replay_it() {
        var results = new ArrayList<Result>();
        for (int i = 0; i < 49; i++) {
            results.add(result("cohorts_list", "case-" + i, broken("/results/" + i + "/name")));
        }
        results.add(result("cohorts_retrieve", "documented", broken("/results/0/name")));
        assertThat(ConsoleSummary.of(Runs.report(results)).lines())
                .containsExactly(
                        "FAILED   cohorts_list/case-0 and 49 more  response-body (MUST)",
                        "  clause    the body has its shape",
                        "  page      List all cohorts",
                        "  at        /results/*/name",
                        "  expected  present",
                        "  actual    absent",
                        "  in        cohorts_list (49), cohorts_retrieve",
                        "  replay    ./kit replay cohorts_list/case-0 --target FILE",
                        "  sent      curl -sS -i -H \"Authorization: Bearer $KEY_READERS\" -H 'Accept: application/json'"
                                + " 'https://api.example.com/api/cohorts_list'",
                        "",
                        "",
                        "MUST    50 failed",
                        "SHOULD  ",
                        "50 requests in 83000 ms to https://api.example.com",
                        "Verdict: not conformant");
    }

    @Test
    void findings_that_come_together_are_counted_after_the_first_few() {
        var result = result("cohorts_list", "documented", broken("/a", "/b", "/c", "/d", "/e"));
        assertThat(ConsoleSummary.of(Runs.report(List.of(result))))
                .contains("  at        /c\n  expected  present\n  actual    absent\n"
                        + "  …         and 2 more findings: see report.html\n")
                .doesNotContain("at        /d");
    }

    @Test
    void nothing_that_a_server_sent_steers_the_terminal() {
        var hostile = "\u001b[2J \u0007 \u009b2J \u202e \u2067 \u200f \u2028 \ufeff \r\n end";
        var text = ConsoleSummary.of(Runs.report(List.of(
                result("cohorts_list", "broken", broken(hostile)),
                result("cohorts_list", "open", new Outcome.NotProven(hostile)),
                result("cohorts_list", "left-out", new Outcome.Excluded(hostile)))));
        var shown = "\uFFFD[2J \uFFFD \uFFFD2J \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD \uFFFD\uFFFD end\n";
        assertThat(text)
                .contains("  at        " + shown, "NOT PROVEN (1 MUST)  " + shown, "in this run: 1 MUST, " + shown)
                .doesNotContain("\u001b", "\u0007", "\u009b", "\u202e", "\u2067", "\u200f", "\u2028", "\ufeff", "\r");
    }

    @Test
    void stays_within_250_lines_however_much_is_wrong() {
        var results = new ArrayList<Result>();
        for (int i = 0; i < 100; i++) {
            var places = IntStream.range(0, 20).mapToObj(j -> "/f" + j).toArray(String[]::new);
            places[0] = "/only/here/" + "x" + i;
            results.add(result("cohorts_list", "case-" + i, broken(places)));
            results.add(result("cohorts_list", "open-" + i, new Outcome.NotProven("reason " + i)));
            results.add(result(
                    "cohorts_list",
                    "known-" + i,
                    new Outcome.KnownFailure(List.of(new Finding("/", "1", "2")), "ticket")));
        }
        var many = IntStream.range(0, 100).mapToObj(i -> "entry " + i).toList();
        var run = Runs.report(results);
        var text = ConsoleSummary.of(new Report(
                run.contract(),
                run.target(),
                run.selection(),
                run.runId(),
                run.started(),
                run.took(),
                false,
                results,
                run.exchanges(),
                many,
                many,
                List.of()));
        assertThat(text.lines().count()).isLessThanOrEqualTo(250);
        assertThat(text)
                .contains("\n… and 91 more causes: see report.html\n", "\n… and 90 more reasons: see report.html\n")
                .contains("\n… and 80 more known failures: see report.html\n")
                .contains("\n… and 80 more reasons: see report.html\n");
    }
}
