package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** {@code --operation}: one operation alone is judged as well as in the whole run. */
class OneOperationTest {
    private static Report run(Selection selection) {
        return Judged.inside(Judged.world(), Twist.NONE, selection, true);
    }

    private static List<String> outcomes(Report report, String operation) {
        return report.results().stream()
                .filter(result -> result.sent().operation().id().equals(operation))
                .filter(result -> !isOfAnyObject(result))
                .map(OneOperationTest::outcome)
                .toList();
    }

    /** A result about the objects of the run, which are others, or none, if only one operation is tested. */
    private static boolean isOfAnyObject(Result result) {
        return result.id().contains("/shown-alike-") && !result.check().equals("items-alike")
                || result.id().equals("cohorts_list/legal-limit-1/count-follows-members")
                || result.id().equals("comments_list/own-items-in-other-project/own-items-hidden");
    }

    private static String outcome(Result result) {
        return result.id() + " " + result.outcome().word() + " "
                + result.outcome().reason();
    }

    @Test
    void each_operation_alone_is_judged_as_in_the_whole_run() {
        var whole = run(Selection.ALL);
        for (Operation operation : Judged.CONTRACT.operations()) {
            var alone = run(new Selection(Set.of(operation.id()), false));

            assertThat(outcomes(alone, operation.id())).isEqualTo(outcomes(whole, operation.id()));
            assertThat(alone.results())
                    .filteredOn(result -> !result.sent().operation().id().equals(operation.id()))
                    .allMatch(result -> result.outcome() instanceof Outcome.Excluded);
            assertThat(alone.leftBehind()).isEmpty();
        }
    }
}
