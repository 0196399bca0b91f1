package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Valid contracts, and all error messages of the reader: {@code broken-contracts.yaml} edits {@code small.yaml}. */
class ContractReaderTest {
    @ParameterizedTest
    @MethodSource("edits")
    void a_broken_contract_is_rejected_with_file_line_and_pointer(DocumentEdit edit) throws IOException {
        var broken = edit.apply(small());
        assertThatThrownBy(() -> parse(broken))
                .isInstanceOf(InputException.class)
                .hasMessage(edit.complaints().get(0));
    }

    private static List<DocumentEdit> edits() throws IOException {
        return DocumentEdit.table("broken-contracts.yaml");
    }

    @Test
    void the_contract_that_comes_with_the_kit_has_the_values_of_its_yaml_in_their_order() throws Exception {
        byte[] yaml = resource("/openapi.yaml");
        Object json = Json.parse(resource("/openapi.json"));
        assertThat(json)
                .isEqualTo(YamlNode.parse(text(yaml), "openapi.yaml").value())
                .hasToString(YamlNode.parse(text(yaml), "openapi.yaml").value().toString());
        assertThat(ContractReader.bundled().text()).isEqualTo(text(yaml));
        assertThat(ContractReader.bundled().digest())
                .isEqualTo(ContractReader.parse(yaml, "openapi.yaml").digest());
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = ContractReaderTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void a_missing_file_or_a_folder_is_rejected_with_its_path(@TempDir Path folder) {
        var missing = folder.resolve("missing.yaml");
        assertThatThrownBy(() -> ContractReader.read(missing))
                .isInstanceOf(InputException.class)
                .hasMessage(missing + ": no such file: give the path of an OpenAPI 3.1 document");
        assertThatThrownBy(() -> ContractReader.read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": cannot be read: java.io.IOException: Is a directory");
    }

    @Test
    void a_file_that_is_not_yaml_is_rejected() {
        for (String empty : List.of("", "\n\n", "# nothing\n")) {
            assertThatThrownBy(() -> parse(empty)).hasMessage("small.yaml:1: the file is empty");
        }
        assertThatThrownBy(() -> parse("text"))
                .hasMessage("small.yaml:1: \"openapi\" is missing: begin the document with openapi: 3.1.0");
        assertThatThrownBy(() -> parse("openapi: 3.1.0\n\u0000"))
                .hasMessage("small.yaml:2: not YAML: the character U+0000");
    }

    @Test
    void a_replaced_value_is_either_accepted_or_rejected_with_its_line() throws IOException {
        var lines = small().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (String wrong :
                    List.of("", " 5", " text", " []", " {}", " [[]]", " {a: {b: c}}", " true", " *x", " \"")) {
                var changed = new ArrayList<>(lines);
                int colon = lines.get(i).indexOf(':');
                changed.set(i, lines.get(i).substring(0, colon + 1) + wrong);
                var text = String.join("\n", changed);
                try {
                    exercise(parse(text));
                } catch (InputException e) {
                    assertThat(e.getMessage()).as(text).matches("small\\.yaml:\\d+: .+");
                }
            }
        }
    }

    private static void exercise(Contract contract) {
        contract.scopes();
        contract.operations().forEach(operation -> {
            operation.pathParameters();
            operation.parameters().forEach(parameter -> exercise(parameter.schema()));
            Stream.concat(
                            operation.body().stream(),
                            LintedDocument.responses(operation)
                                    .flatMap(response -> response.content().values().stream()))
                    .map(MediaType::schema)
                    .forEach(ContractReaderTest::exercise);
        });
    }

    private static void exercise(Schema schema) {
        schema.types();
        schema.properties();
        schema.items();
        schema.required();
        schema.enumeration();
        schema.violations(Map.of("id", 1));
    }

    @Test
    void the_small_contract_itself_is_read() throws IOException {
        var contract = parse(small());
        assertThat(contract.title()).isEqualTo("Small");
        assertThat(contract.version()).isEqualTo("1");
        assertThat(contract.digest()).matches("[0-9a-f]{64}");
        assertThat(contract.operations()).extracting(Operation::id).containsExactly("things_list", "things_retrieve");
        assertThat(contract.operation("GET", "/things/"))
                .contains(contract.operations().get(0));
        assertThat(contract.scopes()).containsExactly("thing:read");
        assertThat(ContractReader.bundled().digest())
                .isEqualTo(ContractReader.bundled().digest());
    }

    @Test
    void a_file_reads_like_its_text(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("small.yaml"), "\uFEFF" + small().replace("\n", "\r\n"));
        assertThat(ContractReader.read(file).operations())
                .extracting(Operation::id)
                .containsExactly("things_list", "things_retrieve");
    }

    private static Contract parse(String text) {
        return ContractReader.parse(text.getBytes(StandardCharsets.UTF_8), "small.yaml");
    }

    private static String small() throws IOException {
        return text(resource("/small.yaml"));
    }
}
