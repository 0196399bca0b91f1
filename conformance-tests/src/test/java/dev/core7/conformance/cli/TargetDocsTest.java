package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/target.md tells every key of target.yaml, what it is for, and what holds without it. */
class TargetDocsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+) \\| (.+) \\|$");

    /** A key as its schema has it. */
    record Described(String path, String says, boolean needed) {}

    /** A key as the document has it. */
    private record Row(String byDefault, String says) {}

    private static Map<String, Row> rows() throws IOException {
        var document = Files.readString(Path.of("../docs/target.md"));
        return ROW.matcher(document)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> new Row(row.group(2), row.group(3))));
    }

    static List<Described> described() throws IOException, Json.NotJsonException {
        try (var in = TargetReader.class.getResourceAsStream("target.schema.json")) {
            var schema = Json.parse(Objects.requireNonNull(in).readAllBytes());
            return below("", (Map<?, ?>) Objects.requireNonNull(schema)).toList();
        }
    }

    private static Stream<Described> below(String parent, Map<?, ?> schema) {
        if (schema.get("items") instanceof Map<?, ?> items) {
            return below(parent.replaceFirst("\\.$", "[]."), items);
        }
        var required = schema.get("required") instanceof List<?> names ? names : List.of();
        var properties = schema.get("properties") instanceof Map<?, ?> found ? found : Map.of();
        return properties.entrySet().stream().flatMap(property -> {
            var own = (Map<?, ?>) property.getValue();
            var path = parent + property.getKey();
            var told =
                    new Described(path, String.valueOf(own.get("description")), required.contains(property.getKey()));
            return Stream.concat(Stream.of(told), below(path + ".", own));
        });
    }

    @ParameterizedTest
    @MethodSource("described")
    void every_key_stands_in_the_document_as_in_the_schema(Described key) throws IOException {
        var row = rows().get(key.path());
        assertThat(row).as(key.path()).isNotNull();
        assertThat(row.says()).startsWith(key.says());
        assertThat(row.byDefault().startsWith("needed")).as(row.byDefault()).isEqualTo(key.needed());
    }

    @Test
    void every_fixture_that_the_contract_names_stands_in_the_document() throws IOException {
        var named = ContractReader.bundled().operations().stream()
                .flatMap(operation -> operation.fixtures().keySet().stream());
        assertThat(rows()).containsKeys(named.distinct().toArray(String[]::new));
    }

    @Test
    void the_document_has_no_key_that_there_is_not() throws IOException, Json.NotJsonException {
        var known = Stream.concat(
                described().stream().map(Described::path),
                ContractReader.bundled().operations().stream()
                        .flatMap(operation -> operation.fixtures().keySet().stream()));
        assertThat(known.toList()).containsAll(rows().keySet());
    }
}
