package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows on the command line. */
class FlowsOptionTest {
    @TempDir
    private Path folder;

    @Test
    void an_unsupported_construct_is_2_and_one_line_with_file_line_and_construct() throws IOException {
        var file = Files.writeString(folder.resolve("flows.yaml"), """
                arazzo: 1.0.1
                x-clauses: {}
                workflows:
                  - workflowId: one
                    steps:
                      - stepId: list
                        operationId: annotations_list
                        onSuccess: [{name: a, type: end}]
                """);
        var kit = Kit.run("check", "--flows", file.toString(), "--out", folder.toString());
        assertThat(kit.complaint())
                .startsWith("2 kit: " + file
                        + ":8: /workflows/0/steps/0/onSuccess: the kit does not support \"onSuccess\" here")
                .hasLineCount(1);
        assertThat(kit.out()).isEmpty();
    }

    @Test
    void the_plan_says_which_fixture_proves_more_of_a_flow() throws IOException {
        var file = Files.writeString(folder.resolve("flows.yaml"), """
                arazzo: 1.0.1
                x-clauses: {shown: {level: MUST, says: it is shown}}
                x-inputs: {widget: {fixture: widgets}}
                workflows:
                  - workflowId: one
                    inputs: {properties: {widget: {type: string}}}
                    steps:
                      - stepId: list
                        operationId: annotations_list
                        x-needs: [widget]
                        successCriteria: [{x-clause: shown, condition: '$statusCode == 200'}]
                """);
        var kit = Kit.run("plan", "--flows", file.toString());
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out()).contains("    1 not proven: give an id under fixtures.widgets in the target file");
    }

    @Test
    void own_flows_do_not_switch_off_laws_and_relations() throws IOException {
        var file = Files.writeString(folder.resolve("flows.yaml"), """
                arazzo: 1.0.1
                x-clauses: {shown: {level: MUST, says: it is shown}}
                workflows:
                  - workflowId: one
                    steps:
                      - stepId: list
                        operationId: annotations_list
                        successCriteria: [{x-clause: shown, condition: '$statusCode == 200'}]
                """);
        var out = folder.resolve("out");
        var kit = Kit.run("check", "--quiet", "--flows", file.toString(), "--out", out.toString());
        assertThat(kit.code()).isZero();
        assertThat(Files.readString(out.resolve("report.json")))
                .contains(
                        "\"annotations_list/one.list/shown\"",
                        "\"annotations_list/walk-annotations-list.pages/pages-join\"",
                        "\"annotations_retrieve/documented/shown-as-written\"")
                .doesNotContain("annotation-life");
    }

    @Test
    void a_result_of_a_flow_is_explained_with_its_clause() {
        var kit = Kit.run("explain", "annotations_retrieve/annotation-life.read-again/reading-is-safe");
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out()).contains("reading changes nothing");
    }
}
