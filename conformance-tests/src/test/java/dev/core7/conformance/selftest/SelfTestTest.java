package dev.core7.conformance.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.relations.Relations;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.flow.FlowsReader;
import dev.core7.mock.fault.Fault;
import dev.core7.mock.fault.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests one mutant of each kind, and compares the matrix with the contract; {@code kit self-test} tests all mutants. */
class SelfTestTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final List<Fault> FAULTS = Faults.all(CONTRACT);
    private static final Path MATRIX = Path.of("kill-matrix.json");

    /** A sample of the kinds; {@code kit self-test} plays all mutants of all kinds. */
    @Test
    void one_mutant_of_every_third_kind_is_killed_by_the_check_of_its_own_clause() throws InterruptedException {
        var oneOfEach = new LinkedHashMap<String, Fault>();
        FAULTS.forEach(fault -> oneOfEach.putIfAbsent(fault.kind(), fault));
        var all = List.copyOf(oneOfEach.values());
        var sample = IntStream.iterate(0, i -> i < all.size(), i -> i + 3)
                .mapToObj(all::get)
                .toList();

        var kills = new SelfTest(CONTRACT, EmbeddedTarget::of).run(sample, 2, kill -> {});

        assertThat(kills)
                .extracting(MutantResult::kind)
                .containsExactlyElementsOf(sample.stream().map(Fault::kind).toList());
        assertThat(kills)
                .allSatisfy(kill -> assertThat(kill.state())
                        .as("%s, by %s", kill.mutant(), kill.by())
                        .isEqualTo(MutantResult.State.KILLED));
    }

    @Test
    void the_matrix_names_exactly_the_mutants_of_the_contract() {
        assertThat(KillMatrix.read(MATRIX).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        FAULTS.stream().map(Fault::id).toList());
    }

    @Test
    void every_mutant_in_the_matrix_is_killed_by_its_own_check() {
        assertThat(KillMatrix.read(MATRIX))
                .allSatisfy((mutant, outcome) -> assertThat(outcome).as(mutant).startsWith("killed: "));
    }

    @Test
    void there_are_at_least_four_hundred_mutants() {
        assertThat(FAULTS).hasSizeGreaterThanOrEqualTo(400);
    }

    private static List<String> clauses() {
        var clauses = new ArrayList<>(Runner.checks().stream().map(Check::id).toList());
        FlowsReader.bundled(CONTRACT)
                .forEach(flow -> flow.steps()
                        .forEach(step -> step.criteria()
                                .forEach(criterion ->
                                        clauses.add(criterion.clause().id()))));
        Relations.of(CONTRACT, RetryDelay.NEVER)
                .forEach(relation -> relation.unplayed(new Outcome.Excluded("only listed"))
                        .forEach(result -> clauses.add(result.check())));
        return clauses;
    }

    /**
     * Checks whose faults the mock cannot have: an empty list, which is legal, and persons in an unknown cohort. Recorded exchanges
     * show that the checks can fail, and {@code HandBrokenTest} the clauses of relations.
     */
    @Test
    void every_check_and_clause_kills_a_mutant_except_those_whose_faults_the_mock_cannot_have() {
        var idle = new TreeSet<>(clauses());
        KillMatrix.read(MATRIX)
                .values()
                .forEach(outcome -> idle.removeAll(List.of(
                        outcome.substring(outcome.indexOf(':') + 1).strip().split(" "))));

        assertThat(idle)
                .containsExactly(
                        "alias-needs-scope",
                        "alias-of-other-project",
                        "both-added",
                        "deleted-still-found",
                        "foreign-items-hidden",
                        "foreign-reference-hidden",
                        "invalid-changes-nothing",
                        "invalid-keeps-members",
                        "items-of-one-parent",
                        "items-of-parent",
                        "kept-by-recalculation",
                        "link-syntax",
                        "list-items",
                        "members-restored",
                        "narrower",
                        "no-body",
                        "no-slash-server-error",
                        "null-readable",
                        "observed-link-keeps-limit",
                        "one-removed",
                        "others-not-deleted",
                        "own-items-hidden",
                        "path-without-slash",
                        "readable",
                        "refused-in-other-form",
                        "refused-keeps-members",
                        "removed-again",
                        "same-format",
                        "unknown-person",
                        "upper-case-id");
    }

    @Test
    void every_kind_names_checks_that_exist_and_every_fault_is_of_a_listed_kind() {
        var kinds = new FaultKinds();
        var checks = clauses();

        assertThat(kinds.all()).allSatisfy(kind -> assertThat(checks).containsAll(kinds.checks(kind)));
        assertThat(kinds.all())
                .containsExactlyInAnyOrderElementsOf(
                        FAULTS.stream().map(Fault::kind).distinct().toList());
    }

    @Test
    void the_comparison_reports_survivors_new_mutants_and_checks_that_kill_nothing() {
        var now = new ArrayList<MutantResult>();
        KillMatrix.read(MATRIX).keySet().stream()
                .skip(1)
                .forEach(mutant ->
                        now.add(new MutantResult(mutant, "", MutantResult.State.KILLED, List.of("status-code"))));
        var first = now.get(0).mutant();
        now.set(0, new MutantResult(first, "", MutantResult.State.SURVIVED, List.of()));
        now.add(new MutantResult("new-mutant", "", MutantResult.State.SURVIVED, List.of()));

        assertThat(KillMatrix.worse(MATRIX, now))
                .contains(
                        first + ": was killed by its own check, now survived",
                        "new-mutant: new mutant, survived",
                        "the check response-body does not kill a mutant any more")
                .anyMatch(line -> line.endsWith(": is not among the mutants any more"));
    }
}
