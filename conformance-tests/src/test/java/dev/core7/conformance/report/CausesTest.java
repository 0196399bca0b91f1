package dev.core7.conformance.report;

import static dev.core7.conformance.report.Runs.report;
import static dev.core7.conformance.report.Runs.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final Finding FIRST_NAME = new Finding("/results/0/name", "string", "3 (integer)");
    private static final Finding OTHER_NAME = new Finding("/results/17/name", "string", "3 (integer)");
    private static final Finding AUTHOR = new Finding("/created_by", "present", "absent");

    @Test
    void one_finding_in_several_operations_is_one_cause() {
        var causes = causes(failed("annotations_list", FIRST_NAME), failed("cohorts_list", OTHER_NAME));
        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.shown())
                    .extracting(Occurrence::id)
                    .containsExactly("annotations_list/documented", "cohorts_list/documented");
            assertThat(cause.findings()).extracting(Cause.Row::where).containsExactly("/results/*/name");
        });
    }

    @Test
    void findings_that_always_come_together_are_one_cause() {
        assertThat(causes(failed("annotations_list", FIRST_NAME, AUTHOR)))
                .singleElement()
                .satisfies(cause -> assertThat(cause.findings()).hasSize(2));
    }

    @Test
    void findings_that_also_come_alone_are_causes_of_their_own() {
        var causes = causes(failed("annotations_list", FIRST_NAME, AUTHOR), failed("cohorts_list", FIRST_NAME));
        assertThat(causes).extracting(cause -> cause.occurrences().size()).containsExactly(2, 1);
        assertThat(causes.get(1).findings()).extracting(Cause.Row::where).containsExactly("/created_by");
    }

    @Test
    void the_same_finding_of_two_checks_is_two_causes() {
        var other = result("annotations_list", "list-items", Level.MUST, new Outcome.Failed(List.of(AUTHOR)));
        assertThat(causes(failed("annotations_list", AUTHOR), other)).hasSize(2);
    }

    @Test
    void a_number_in_a_text_that_is_no_pointer_is_left_alone() {
        var causes = causes(failed("annotations_list", new Finding("header X/1", "a", "b")));
        assertThat(causes.get(0).findings().get(0).where()).isEqualTo("header X/1");
    }

    @Test
    void many_values_in_one_place_are_told_by_the_first_few() {
        var findings = IntStream.range(0, 10)
                .mapToObj(i -> new Finding("/results/" + i + "/name", "string", String.valueOf(i)))
                .toArray(Finding[]::new);
        var row = causes(failed("annotations_list", findings)).get(0).findings().get(0);
        assertThat(row.actual()).containsExactly("0", "1", "2");
        assertThat(row.more()).isEqualTo("and 7 other values");
    }

    @Test
    void a_clause_broken_in_several_steps_of_one_flow_is_one_cause_with_the_findings_of_each_step() {
        var causes = causes(
                step("life.create", "write-kept", FIRST_NAME),
                step("life.patch", "write-kept", AUTHOR),
                step("life.patch", "listed", AUTHOR),
                step("pages.first", "write-kept", AUTHOR));
        assertThat(causes).extracting(cause -> cause.occurrences().size()).containsExactly(2, 1, 1);
        assertThat(causes.get(0).sameFindings()).isFalse();
        assertThat(causes.get(0).occurrences())
                .extracting(place -> place.findings().get(0).where())
                .containsExactly(FIRST_NAME.where(), AUTHOR.where());
    }

    @Test
    void what_a_check_says_of_a_step_is_grouped_as_anywhere_else() {
        var causes = causes(step("life.create", "response-body", AUTHOR), failed("cohorts_list", AUTHOR));
        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.sameFindings()).isTrue();
            assertThat(cause.occurrences())
                    .allSatisfy(place -> assertThat(place.findings()).isEmpty());
        });
    }

    @Test
    void a_cause_that_may_explain_others_comes_before_them() {
        var status = Outcome.failed("status", "200", "500");
        var results = List.of(
                step("life.list", "listed", AUTHOR),
                step("pages.first", "search", AUTHOR),
                of(
                        "annotations_retrieve",
                        "response-body",
                        new Purpose.Documented(""),
                        Outcome.failed("/id", "1", "2")),
                of("annotations_create", "no-effect", new Purpose.ReadBack(Runs.operation("annotations_list")), status),
                of("annotations_create", "credentials", new Purpose.NoKey(), status),
                of(
                        "annotations_retrieve",
                        "status-code",
                        new Purpose.Documented(""),
                        Outcome.failed("status", "200", "404")),
                of(
                        "annotations_create",
                        "content-type",
                        new Purpose.Documented(""),
                        Outcome.failed("header X", "1", "2")),
                of("annotations_create", "status-code", new Purpose.Documented(""), status),
                of("cohorts_list", "other", new Purpose.NoKey(), Outcome.failed("response", "a response", "none")));

        assertThat(Causes.of(report(results)))
                .extracting(cause -> cause.first().id() + "/" + cause.check())
                .containsExactly(
                        "cohorts_list/documented/other",
                        "annotations_create/documented/status-code",
                        "annotations_create/documented/content-type",
                        "annotations_retrieve/documented/status-code",
                        "annotations_retrieve/documented/response-body",
                        "annotations_create/documented/credentials",
                        "annotations_create/documented/no-effect",
                        "annotations_list/life.list/listed",
                        "annotations_list/pages.first/search");
    }

    private static Result of(String operation, String check, Purpose purpose, Outcome outcome) {
        var exchange = Runs.exchange(operation, purpose, 200, "{}");
        return new Result(exchange.sent(), check, Level.MUST, "", outcome, Optional.of(exchange));
    }

    private static Result step(String name, String clause, Finding finding) {
        var sent = Case.of(Runs.operation("annotations_list"), name, new Purpose.Step(), Runs.KEY);
        var outcome = new Outcome.Failed(List.of(finding));
        return new Result(sent, clause, Level.MUST, "the clause of " + clause, outcome, Optional.empty());
    }

    private static List<Cause> causes(Result... results) {
        return Causes.of(report(List.of(results)));
    }

    private static Result failed(String operation, Finding... findings) {
        return result(operation, "response-body", Level.MUST, new Outcome.Failed(List.of(findings)));
    }
}
