package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Clause;
import dev.core7.contract.flow.Criterion;
import dev.core7.contract.flow.FlowsReader;
import org.junit.jupiter.api.Test;

class ListTest {
    @Test
    void operations_are_listed_with_their_scopes_and_cases() {
        var lines = Kit.run("list", "operations").out().lines().toList();
        assertThat(lines.stream().filter(line -> !line.startsWith(" ")).map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(ContractReader.bundled().operations().stream()
                        .map(Operation::id)
                        .toList());
        assertThat(lines)
                .contains("cohorts_list  GET /api/projects/{project_id}/cohorts/  cohort:read", "  documented");
    }

    @Test
    void every_check_is_listed_with_its_clause() {
        var lines = Kit.run("list", "checks").out().lines().toList();
        assertThat(lines.stream().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(
                        Runner.checks().stream().map(Check::id).toList());
        assertThat(lines)
                .anyMatch(line ->
                        line.matches("response-body +MUST +the response body has the shape of the page's example"));
    }

    @Test
    void every_flow_is_listed_with_the_clauses_of_its_steps() {
        var out = Kit.run("list", "flows").out();
        for (var workflow : FlowsReader.bundled(ContractReader.bundled())) {
            assertThat(out).contains(workflow.id() + "\n");
            for (var step : workflow.steps()) {
                // That a step is answered is no end in itself.
                var clauses = step.criteria().stream()
                        .map(Criterion::clause)
                        .filter(clause -> !clause.id().equals("step-answered"))
                        .map(Clause::says)
                        .toList();
                if (!clauses.isEmpty()) {
                    assertThat(out)
                            .contains("  " + step.operationId() + "/" + workflow.id() + "." + step.id() + "\n")
                            .contains(clauses);
                }
            }
        }
    }

    @Test
    void all_is_listed_where_nothing_is_asked_for() {
        assertThat(Kit.run("list").out())
                .contains(
                        Kit.run("list", "checks").out(),
                        Kit.run("list", "flows").out());
        assertThat(Kit.run("list", "chekcs").complaint())
                .startsWith("2 kit list: Unmatched argument at index 1: 'chekcs'; did you mean checks?")
                .hasLineCount(1);
    }
}
