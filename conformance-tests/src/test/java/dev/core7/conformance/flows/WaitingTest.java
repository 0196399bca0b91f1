package dev.core7.conformance.flows;

import static dev.core7.conformance.flows.Script.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.flow.FlowsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flow says when the time to wait is over, and how often it waits. */
class WaitingTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String RETRY = "onFailure: [{name: later, type: retry, retryAfter: 1, retryLimit: 2";
    private static final String SIGN = ", x-still-working: {stepId: cohort, condition: '$response.body#/count >= 1'}}]";

    @TempDir
    private Path folder;

    private final List<Duration> pauses = new ArrayList<>();

    private List<String> told(String steps, Script server) throws Exception {
        var file = Files.writeString(folder.resolve("flows.yaml"), """
                arazzo: 1.0.1
                x-clauses:
                  step-answered: {level: MUST, says: it is answered}
                  listed: {level: MUST, says: it is listed}
                workflows:
                  - workflowId: flow
                    steps:
                """ + steps.indent(6));
        var flows = Flows.of(FlowsReader.read(file, CONTRACT), CONTRACT, pauses::add);
        var target = Targets.full(CONTRACT);
        return new Runner(CONTRACT, target, server, Selection.ALL, List.of(), List.of(), flows)
                .run(true, Progress.SILENT, Ledger.NONE, 1).results().stream()
                        .map(result -> result.sent().name() + " "
                                + result.outcome().getClass().getSimpleName() + " "
                                + result.outcome().reason())
                        .toList();
    }

    private static String cohort() {
        return """
                - stepId: cohort
                  operationId: cohorts_retrieve
                  parameters: [{name: id, in: path, value: 5}]
                  successCriteria: [{x-clause: step-answered, condition: '$statusCode == 200'}]
                """;
    }

    private static String members(String id, String more) {
        return """
                - stepId: %s
                  operationId: cohorts_persons_retrieve
                  parameters: [{name: id, in: path, value: 5}]
                  successCriteria: [{x-clause: listed, condition: '$response.body#/results/0 == 7'}]
                """.formatted(id) + more.indent(2);
    }

    /** A server whose list of members stays empty. */
    private static Script counting(int count) {
        return new Script((request, number) -> request.path().endsWith("/persons/")
                ? json(200, "{\"results\": []}")
                : json(200, "{\"count\": " + count + "}"));
    }

    @Test
    void a_server_that_shows_no_work_fails_after_the_last_repetition() throws Exception {
        assertThat(told(cohort() + members("added", RETRY + SIGN), counting(0)))
                .containsExactly("flow.cohort Passed ", "flow.added Failed ");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void what_a_server_is_still_working_on_is_not_proven_nor_is_what_follows() throws Exception {
        var server = counting(1);
        assertThat(told(cohort() + members("added", RETRY + SIGN) + members("after", ""), server))
                .containsExactly(
                        "flow.cohort Passed ",
                        "flow.added NotProven the server is still working after the last repetition:"
                                + " /api/projects/1/cohorts/5/ shows that `count` is at least 1; run again when it has finished",
                        "flow.after NotProven the server is still working after the last repetition:"
                                + " /api/projects/1/cohorts/5/ shows that `count` is at least 1; run again when it has finished");
        assertThat(server.received).hasSize(5);
    }

    @Test
    void an_operation_is_waited_for_once_for_the_same_reason() throws Exception {
        var steps = members("one", RETRY + "}]") + members("two", RETRY + "}]");
        assertThat(told(steps, counting(0))).containsExactly("flow.one Failed ", "flow.two Failed ");
        assertThat(pauses).hasSize(2);
    }

    @Test
    void another_reason_is_waited_for_as_well() throws Exception {
        var steps = members("one", RETRY + "}]") + members("two", RETRY.replace("later", "steady") + "}]");
        told(steps, counting(0));
        assertThat(pauses).hasSize(4);
    }

    @Test
    void a_step_does_not_apply_if_its_precondition_does_not_hold() throws Exception {
        var before = cohort() + "  outputs: {count: $response.body#/count}\n";
        var only = "x-only-if: {condition: '$steps.cohort.outputs.count == 0', because: there were members before}";
        assertThat(told(before + members("empty", only), counting(1)))
                .contains("flow.empty NotApplicable there were members before");
        assertThat(told(before + members("empty", only), counting(0))).contains("flow.empty Failed ");
    }
}
