package dev.core7.conformance.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Outcome PASSED = Outcome.passed();
    private static final Outcome FAILED = Outcome.failed("status", "200", "500");
    private static final Outcome NOT_PROVEN = new Outcome.NotProven("no key");
    private static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable("no body");
    private static final Outcome EXCLUDED = new Outcome.Excluded("not among --operation");
    private static final Outcome KNOWN = new Outcome.KnownFailure(List.of(new Finding("status", "200", "500")), "#1");

    private static List<Result> results(Level level, Outcome... outcomes) {
        var operation = ContractReader.bundled().operations().get(0);
        var sent = Case.of(operation, "documented", new Purpose.Documented(""), null);
        return Stream.of(outcomes)
                .map(outcome -> new Result(sent, "status-code", level, "clause", outcome, Optional.empty()))
                .toList();
    }

    private static Verdict must(Outcome... outcomes) {
        return Verdict.of(results(Level.MUST, outcomes), false);
    }

    @Test
    void what_passed_is_conformant() {
        assertThat(must(PASSED, NOT_APPLICABLE)).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void a_run_that_judged_nothing_is_incomplete() {
        assertThat(must()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(must(NOT_APPLICABLE)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(must(EXCLUDED)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(must(KNOWN)).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void passed_never_outranks_not_proven() {
        assertThat(must(PASSED, NOT_PROVEN, PASSED)).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_failure_outranks_what_is_not_proven() {
        assertThat(must(NOT_PROVEN, FAILED, PASSED)).isEqualTo(Verdict.NOT_CONFORMANT);
    }

    @Test
    void what_is_excluded_or_known_beside_what_passed_does_not_count() {
        assertThat(must(PASSED, EXCLUDED, KNOWN)).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void a_should_counts_only_where_the_user_is_strict() {
        for (Outcome outcome : List.of(FAILED, NOT_PROVEN)) {
            var results = Stream.of(results(Level.MUST, PASSED), results(Level.SHOULD, outcome))
                    .flatMap(List::stream)
                    .toList();

            assertThat(Verdict.of(results, false)).isEqualTo(Verdict.CONFORMANT);
            assertThat(Verdict.of(results, true)).isNotEqualTo(Verdict.CONFORMANT);
        }
    }

    @Test
    void a_should_that_passed_proves_no_must() {
        assertThat(Verdict.of(results(Level.SHOULD, PASSED), false)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(Verdict.of(results(Level.SHOULD, PASSED), true)).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void each_verdict_has_its_exit_code_and_word() {
        assertThat(Verdict.values()).extracting(Verdict::exitCode).containsExactly(0, 1, 3);
        assertThat(Verdict.values())
                .extracting(Verdict::word)
                .containsExactly("conformant", "not-conformant", "incomplete");
    }

    @Test
    void a_failure_without_a_finding_cannot_be() {
        assertThatThrownBy(() -> new Outcome.Failed(List.of())).hasMessage("a failure needs a finding");
    }

    @Test
    void each_outcome_has_its_word() {
        assertThat(Stream.of(PASSED, FAILED, NOT_PROVEN, NOT_APPLICABLE, EXCLUDED, KNOWN))
                .extracting(Outcome::word)
                .containsExactly("passed", "failed", "not-proven", "not-applicable", "excluded", "known-failure");
    }
}
