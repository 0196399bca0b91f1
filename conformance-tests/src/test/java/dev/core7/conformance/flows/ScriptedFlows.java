package dev.core7.conformance.flows;

import static dev.core7.conformance.flows.Script.json;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.flow.FlowsReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Runs small workflows against a scripted server. */
abstract class ScriptedFlows {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target TARGET = Targets.full(CONTRACT);
    static final String LIST = "/api/projects/1/annotations/";

    @TempDir
    private Path folder;

    final List<Duration> pauses = new ArrayList<>();
    private final RetryDelay recording = pauses::add;

    Report play(String workflows, Transport server, Selection selection, Ledger ledger) throws Exception {
        var file = Files.writeString(folder.resolve("flows.yaml"), """
                arazzo: 1.0.1
                x-clauses:
                  step-answered: {level: MUST, says: it is answered}
                  first: {level: MUST, says: the first clause}
                  second: {level: SHOULD, says: the second clause}
                x-inputs:
                  person: {fixture: persons}
                  insight: {fixture: insights, optional: true}
                  gone: {fixture: other_project/comments/1}
                workflows:
                """ + workflows + """
                components:
                  inputs:
                    run:
                      properties:
                        mark: {type: string}
                        person: {type: string}
                        insight: {type: integer}
                        gone: {type: string}
                """);
        var flows = Flows.of(FlowsReader.read(file, CONTRACT), CONTRACT, recording);
        return new Runner(CONTRACT, TARGET, server, selection, List.of(), List.of(), flows)
                .run(true, Progress.SILENT, ledger, 1);
    }

    List<String> told(String steps, Transport server) throws Exception {
        return told(play(flow("flow", steps), server, Selection.ALL, Ledger.NONE));
    }

    static List<String> told(Report report) {
        return report.results().stream().map(ScriptedFlows::told).toList();
    }

    static String told(Result result) {
        return result.id() + " " + result.outcome().getClass().getSimpleName() + " "
                + result.outcome().reason();
    }

    static String flow(String id, String steps) {
        return "  - workflowId: " + id + "\n    inputs: {$ref: '#/components/inputs/run'}\n    steps:\n"
                + steps.indent(6);
    }

    static String step(String id, String more) {
        return "- stepId: " + id + "\n  operationId: annotations_list\n" + more.indent(2);
    }

    static String answered() {
        return criterion("step-answered", "$statusCode == 200");
    }

    static String criterion(String clause, String condition) {
        return "successCriteria: [{x-clause: " + clause + ", condition: '" + condition + "'}]\n";
    }

    static Script always(int status) {
        return new Script(
                (request, number) -> json(
                        status,
                        "{\"next\": \"https://elsewhere.invalid/base" + LIST
                                + "?offset=1\", \"broken\": \"ht tp://\", \"other\": \"http://target.invalid/api/users/\", \"id\": 5}"));
    }
}
