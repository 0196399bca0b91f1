package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.DocumentEdit;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid flows, and all error messages of the reader: {@code broken-flows.yaml} edits {@code small-flows.yaml}. */
class FlowsReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("edits")
    void unsupported_constructs_are_rejected_with_file_line_and_name(DocumentEdit edit) throws IOException {
        var broken = edit.apply(resource("small-flows.yaml"));
        assertThatThrownBy(() -> FlowsReader.parse(broken, "flows.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(edit.complaints().get(0))
                .message()
                .hasLineCount(1);
    }

    private static List<DocumentEdit> edits() throws IOException {
        return DocumentEdit.table("broken-flows.yaml");
    }

    @Test
    void a_replaced_value_is_either_accepted_or_rejected_with_its_line() throws IOException {
        var lines = resource("small-flows.yaml").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String wrong : List.of("", " 5", " text", " []", " {}", " [[]]", " {a: {b: c}}", " .nan", " \"")) {
                var changed = new ArrayList<>(lines);
                int colon = lines.get(i).lastIndexOf(':');
                changed.set(i, lines.get(i).substring(0, colon + 1) + wrong);
                var text = String.join("\n", changed);
                try {
                    FlowsReader.parse(text, "flows.yaml");
                } catch (InputException e) {
                    assertThat(e.getMessage()).as(text).matches("flows\\.yaml:\\d+: .+");
                }
            }
        }
    }

    @Test
    void the_small_document_is_read() throws IOException {
        var flows = FlowsReader.parse(resource("small-flows.yaml"), "flows.yaml");

        assertThat(flows).extracting(Workflow::id).containsExactly("first", "second");
        var first = flows.get(0);
        assertThat(first.input("thing")).hasValueSatisfying(thing -> {
            assertThat(thing.type()).isEqualTo("integer");
            assertThat(thing.optional()).isTrue();
            assertThat(thing.fixture()).contains(new Input.Fixture("things", 1));
        });
        assertThat(first.input("word").orElseThrow().find().orElseThrow().in(TestScope.json("""
                {"results": [{"word": null}, {"word": "w"}, {"word": "x"}]}""")))
                .contains("w");
        var follow = first.steps().get(1);
        assertThat(follow.operationId()).isEqualTo("things_list");
        assertThat(follow.link()).hasToString("Optional[$steps.list.outputs.next]");
        assertThat(follow.needs()).containsExactly("thing");
        assertThat(follow.retry())
                .contains(new Step.Retry("later", Duration.ofMillis(500), 6, Optional.of("list"), Optional.empty()));
        assertThat(follow.parameters()).extracting(Step.Parameter::name).containsExactly("project_id");
        assertThat(follow.criteria().get(0).clause()).isEqualTo(new Clause("answered", true, "it is answered"));
        assertThat(flows.get(1).dependsOn()).containsExactly("first");
        assertThat(flows.get(1).steps().get(0).concurrent()).isTrue();
    }

    @Test
    void a_missing_file_or_a_folder_is_reported_with_its_path() throws IOException {
        var missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> FlowsReader.read(missing, small()))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + ": no such file: give the path of an Arazzo 1.0 document");
        assertThatThrownBy(() -> FlowsReader.read(folder, small()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder + ": cannot be read: ");
    }

    @Test
    void a_file_may_call_only_operations_of_the_contract() throws IOException {
        var text = resource("small-flows.yaml");
        var file = Files.writeString(folder.resolve("flows.yaml"), text);
        assertThat(FlowsReader.read(file, small())).hasSize(2);
        Files.writeString(
                file,
                text.replace("operationId: things_list\n        x-con", "operationId: stuff_list\n        x-con"));
        assertThatThrownBy(() -> FlowsReader.read(file, small()))
                .isInstanceOf(InputException.class)
                .hasMessageMatching(
                        ".*flows.yaml:\\d+: /workflows/1/steps/0/operationId: stuff_list is not an operation of the contract");
    }

    private Contract small() throws IOException {
        return ContractReader.read(Files.writeString(folder.resolve("small.yaml"), resource("small.yaml")));
    }

    private static String resource(String name) throws IOException {
        try (var in = FlowsReaderTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
