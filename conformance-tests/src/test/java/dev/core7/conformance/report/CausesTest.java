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
            assertThat(cause.places())
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
        assertThat(causes).extracting(cause -> cause.all().size()).containsExactly(2, 1);
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
        assertThat(causes).extracting(cause -> cause.all().size()).containsExactly(2, 1, 1);
        assertThat(causes.get(0).alike()).isFalse();
        assertThat(causes.get(0).all())
                .extracting(place -> place.findings().get(0).where())
                .containsExactly(FIRST_NAME.where(), AUTHOR.where());
    }

    @Test
    void what_a_check_says_of_a_step_is_grouped_as_anywhere_else() {
        var causes = causes(step("life.create", "response-body", AUTHOR), failed("cohorts_list", AUTHOR));
        assertThat(causes).singleElement().satisfies(cause -> {
            assertThat(cause.alike()).isTrue();
            assertThat(cause.all())
                    .allSatisfy(place -> assertThat(place.findings()).isEmpty());
        });
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
