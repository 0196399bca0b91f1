package dev.core7.conformance.report;

import static dev.core7.conformance.report.Runs.html;
import static dev.core7.conformance.report.Runs.report;
import static dev.core7.conformance.report.Runs.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Reporter;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class HtmlReporterTest {
    private static final Result PASSED = result("annotations_list", "status-code", Level.MUST, Outcome.passed());
    private static final Result FAILED =
            result("annotations_list", "status-code", Level.MUST, Outcome.failed("status", "200", "500"));
    private static final Result WARNING =
            result("cohorts_list", "error-body", Level.SHOULD, Outcome.failed("/code", "present", "absent"));
    private static final Result UNPROVEN = result(
            "cohorts_list", "scope-required", Level.MUST, new Outcome.NotProven("no key that lacks it: add one"));

    @Test
    void is_found_among_the_reporters() {
        assertThat(ServiceLoader.load(Reporter.class))
                .anySatisfy(reporter -> assertThat(reporter.fileName()).isEqualTo("report.html"));
    }

    @Test
    void says_the_verdict_in_words_and_why() {
        assertThat(head(PASSED)).contains("Conformant The one MUST clause that was judged holds.");
        assertThat(head(PASSED, UNPROVEN)).contains("Incomplete No MUST clause failed, but 1 is not proven.");
        assertThat(head(PASSED, UNPROVEN, FAILED)).contains("Not conformant 1 MUST clause failed.");
        assertThat(head(PASSED, WARNING)).contains("Conformant", "1 SHOULD clause failed, which is a warning.");
        assertThat(head()).contains("Incomplete No MUST clause was judged.");
    }

    @Test
    void says_which_run_it_is_about() {
        assertThat(head(PASSED))
                .contains("https://api.example.com", "0a1b2c3d", "2026-11-01 12:00:00 UTC", "1 min 23 s")
                .contains(Runs.CONTRACT.title(), Runs.CONTRACT.digest().substring(0, 12))
                .contains("Requests sent 1");
    }

    @Test
    void does_not_keep_silent_where_silence_would_mislead() {
        var nothingWrong = Dom.of(html(report(List.of(PASSED))));
        assertThat(nothingWrong.section("failures")).contains("Nothing failed.");
        assertThat(nothingWrong.section("unproven")).contains("Nothing was left unproven.");
        assertThat(nothingWrong.section("left-behind")).contains("Nothing was left behind.");
        assertThat(Dom.of(html(report(List.of()))).section("failures"))
                .contains("Nothing failed, because nothing was judged.");
    }

    @Test
    void names_what_was_not_proven_and_how_to_prove_it() {
        assertThat(Dom.of(html(report(List.of(UNPROVEN)))).section("unproven"))
                .contains("no key that lacks it: add one 1 MUST", "cohorts_list/documented")
                .contains("Next: inspect the request and its response with ./kit replay cohorts_list/documented");
    }

    @Test
    void marks_what_is_wrong_in_an_answer() {
        var missing =
                result("annotations_list", "response-body", Level.MUST, Outcome.failed("/name", "present", "absent"));
        var marks = Dom.of(html(report(List.of(FAILED, missing)))).elements("mark");
        assertThat(marks.stream().map(Dom::text)).containsExactly("status 200", "(no \"name\")");
        assertThat(Dom.of(html(report(List.of(PASSED)))).elements("mark")).isEmpty();
    }

    @Test
    void draws_how_long_answers_took() {
        var page = Dom.of(html(report(List.of(PASSED))));
        assertThat(page.section("timings")).contains("annotations_list 1 7 ms 7 ms");
        assertThat(page.elements("svg"))
                .extracting(svg -> svg.getAttribute("aria-label"))
                .containsExactly("median 7 ms, p95 7 ms");
    }

    @Test
    void tells_what_was_created_and_tidied_up() {
        var created = Runs.exchange("annotations_create", new Purpose.Documented(""), 201, "{\"id\":1}");
        var tidied = Runs.exchange("annotations_partial_update", new Purpose.TidyUp(), 200, "{}");
        var refused = Runs.exchange("annotations_create", new Purpose.NoKey(), 401, "{}");
        var exchanges = List.of(by("POST", created), by("POST", refused), by("PATCH", tidied));
        assertThat(Dom.of(html(Runs.report(List.of(PASSED), exchanges))).section("left-behind"))
                .contains("annotations_create created 1 1", "Nothing was left behind.");
        assertThat(Dom.of(html(report(List.of(PASSED)))).section("left-behind"))
                .contains("Nothing was created or deleted.");
    }

    private static Exchange by(String method, Exchange other) {
        var sent = other.request();
        var request = new Request(method, sent.path(), sent.headers(), sent.body(), sent.key(), sent.mark());
        return new Exchange(other.sent(), request, other.response());
    }

    @Test
    void shows_of_a_failure_the_replay_command_and_the_exchange() {
        assertThat(Dom.of(html(report(List.of(FAILED)))).section("failures"))
                .contains("MUST status-code 1 place", "the clause of status-code", "status 200 500")
                .contains(
                        "section “List all annotations”",
                        "./kit replay annotations_list/documented --target FILE",
                        "curl ",
                        "content-type: application/json",
                        "\"id\" : 1");
    }

    @Test
    void puts_failures_of_must_before_those_of_should() {
        var page = Dom.of(html(report(List.of(WARNING, FAILED))));
        assertThat(page.texts("span", "level")).containsExactly("MUST", "SHOULD");
    }

    @Test
    void cuts_a_long_body_and_says_so() {
        var exchange = Runs.exchange("annotations_list", new Purpose.Documented(""), 200, "x".repeat(34_567));
        var long_ = new Result(exchange.sent(), "c", Level.MUST, "", FAILED.outcome(), Optional.of(exchange));
        assertThat(Dom.of(html(report(List.of(long_)))).section("failures"))
                .contains("x".repeat(2_000) + "…", "the first 2,000 of 34,567 characters")
                .doesNotContain("x".repeat(2_001));
    }

    @Test
    void shows_the_worst_outcome_of_a_check_on_an_operation() {
        var page = Dom.of(html(report(List.of(PASSED, FAILED, UNPROVEN))));
        assertThat(page.texts("td", "failed")).contains("✗failed").doesNotContain("✓passed");
        assertThat(page.texts("td", "not-proven")).contains("?not proven");
    }

    @Test
    void shows_the_clauses_of_flows_as_one_aspect_of_an_operation() {
        var page =
                Dom.of(html(report(List.of(step(Level.MUST, FAILED.outcome()), step(Level.SHOULD, PASSED.outcome())))));
        assertThat(page.section("matrix"))
                .contains("MUST SHOULD", "behaviour behaviour")
                .doesNotContain("write kept");
        assertThat(page.texts("td", "failed")).contains("✗failed");
        assertThat(page.texts("td", "passed")).contains("✓passed");
        assertThat(page.section("failures")).contains("write-kept", "status 200 500", "life.patch");
    }

    private static Result step(Level level, Outcome outcome) {
        var sent = Case.of(Runs.operation("annotations_list"), "life.patch", new Purpose.Step(), Runs.KEY);
        return new Result(
                sent, "write-kept", level, "a later read returns what was written", outcome, Optional.empty());
    }

    @Test
    void lists_stale_entries_of_the_baseline_where_the_head_says_they_are() {
        var run = report(List.of(PASSED));
        var page = Dom.of(html(run.withResults(run.results(), List.of("a/b/c: passes"))));
        assertThat(page.section("stale")).contains("a/b/c: passes");
        assertThat(page.elements("nav").get(0).getElementsByTagName("section").getLength())
                .isZero();
    }

    @Test
    void shows_which_key_was_let_in_though_it_had_to_be_refused() {
        var lacking = Runs.exchange("cohorts_list", new Purpose.LacksScope("cohort:read"), 200, "{}");
        var right = Runs.exchange("annotations_list", new Purpose.Documented(""), 200, "{}");
        var page = Dom.of(html(report(List.of(), List.of(lacking, right))));
        assertThat(page.texts("td", "unexpected")).containsExactly("accepted, unexpected 200");
        assertThat(page.texts("td", "expected")).containsExactly("accepted 200");
    }

    @Test
    void lists_known_failures_and_exclusions_with_their_reasons() {
        var known = FAILED.with(new Outcome.KnownFailure(FAILED.outcome().brokenPlaces(), "ticket 7"));
        var excluded = WARNING.with(new Outcome.Excluded("not among --operation"));
        var page = Dom.of(html(report(List.of(known, excluded))));
        assertThat(page.section("known")).contains(known.id(), "ticket 7", "status: expected 200, actual 500");
        assertThat(page.section("exclusions")).contains("not among --operation", "cohorts_list/documented");
    }

    @Test
    void tells_what_the_page_leaves_open() {
        var unclear = Runs.operation("annotations_list").unclear().get(0);
        assertThat(Dom.of(html(report(List.of()))).section("unclear")).contains(unclear.reading(), unclear.reason());
    }

    @Test
    void never_writes_the_value_of_a_key() {
        assertThat(html(report(List.of(FAILED, WARNING, UNPROVEN))))
                .contains("readers")
                .doesNotContain(Runs.KEY.value());
    }

    @Test
    void loads_nothing_and_runs_nothing() {
        var page = Dom.of(html(report(List.of(FAILED, WARNING, UNPROVEN))));
        assertThat(page.vocabulary()).doesNotContain("script", "link", "img", "iframe", "form");
        assertThat(page.elements("a"))
                .allSatisfy(link -> assertThat(link.getAttribute("href")).startsWith("#"));
        assertThat(page.elements("style"))
                .hasSize(1)
                .allSatisfy(style -> assertThat(style.getTextContent()).doesNotContain("url(", "@import"));
    }

    @Test
    void leads_every_link_to_a_place_on_the_page() {
        var page = Dom.of(html(report(Runs.CONTRACT.operations().stream()
                .map(operation -> result(operation.id(), "status-code", Level.MUST, Outcome.passed()))
                .toList())));
        var ids = page.elements("*").stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().containsAll(links(page));
    }

    private static List<String> links(Dom page) {
        return page.elements("a").stream()
                .map(link -> link.getAttribute("href").substring(1))
                .toList();
    }

    private static String head(Result... results) {
        var header = Dom.of(html(report(List.of(results)))).elements("header");
        return header.stream().map((Element e) -> Dom.text(e)).findFirst().orElseThrow();
    }
}
