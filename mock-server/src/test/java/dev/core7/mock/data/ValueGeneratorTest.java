package dev.core7.mock.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueGeneratorTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final int SEEDS = 100;

    static Stream<String> operationsWithJson() {
        return CONTRACT.operations().stream()
                .filter(operation -> answers(operation).findAny().isPresent())
                .map(Operation::id);
    }

    private static Stream<MediaType> answers(Operation operation) {
        return Stream.concat(Stream.of(operation.success()), operation.errors().values().stream())
                .map(Response::json)
                .flatMap(Optional::stream);
    }

    private static Schema schema(String json) {
        return Schema.document(Objects.requireNonNull(parsed(json)));
    }

    private static @Nullable Object parsed(String json) {
        try {
            return Json.parse(json);
        } catch (Json.NotJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    private static List<@Nullable Object> drawn(Schema schema) {
        var drawn = new ArrayList<@Nullable Object>();
        for (long seed = 0; seed < SEEDS; seed++) {
            drawn.add(parsed(ValueGenerator.json(schema, seed).orElseThrow()));
        }
        return drawn;
    }

    private static void assertValidAndVarious(Schema schema, int different) {
        var values = drawn(schema);
        assertThat(values)
                .allSatisfy(value -> assertThat(schema.violations(value)).isEmpty());
        assertThat(new HashSet<>(values)).hasSizeGreaterThanOrEqualTo(different);
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void values_are_valid_and_vary_for_every_response_of_the_contract(String id) {
        answers(CONTRACT.operation(id).orElseThrow())
                .forEach(content -> assertValidAndVarious(content.schema(), SEEDS * 9 / 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'type': 'integer', 'minimum': 3, 'maximum': 9}",
                "{'type': 'integer', 'minimum': -20, 'maximum': -10, 'multipleOf': 3}",
                "{'type': 'integer', 'maximum': -10}",
                "{'type': 'integer', 'exclusiveMinimum': 0, 'exclusiveMaximum': 5}",
                "{'type': 'number', 'minimum': 0.25, 'maximum': 0.75}",
                "{'type': ['number', 'null'], 'multipleOf': 0.5}",
                "{'type': 'string', 'minLength': 30, 'maxLength': 40}",
                "{'type': 'string', 'format': 'date-time'}",
                "{'type': 'string', 'format': 'date'}",
                "{'type': 'string', 'format': 'time'}",
                "{'type': 'string', 'format': 'duration'}",
                "{'type': 'string', 'format': 'uuid'}",
                "{'type': 'string', 'format': 'email'}",
                "{'type': 'string', 'format': 'hostname'}",
                "{'type': 'string', 'format': 'ipv4'}",
                "{'type': 'string', 'format': 'ipv6'}",
                "{'type': 'string', 'format': 'uri'}",
                "{'type': 'string', 'format': 'uri-reference'}",
                "{'type': 'string', 'format': 'json-pointer'}",
                "{'type': 'string', 'format': 'regex'}",
                "{'type': 'string', 'pattern': '^(?:ab|[c-e]{2,3}|x[^a-z0-9]+y?)\\\\d\\\\.\\\\w*-.{3}$'}",
                "{'type': 'string', 'format': 'uri', 'pattern': '^https?://[^/?#]'}",
                "{'enum': ['a', 2, null]}",
                "{'type': 'array', 'items': {'type': 'boolean'}, 'minItems': 2, 'maxItems': 4}",
                "{'type': 'array', 'items': {'type': 'integer'}, 'minItems': 3, 'uniqueItems': true}",
                "{'type': 'object', 'required': ['a'], 'properties': {'b': {'type': 'string'}}}",
                "{'properties': {'a': {'type': 'integer'}, 'b': {}}, 'minProperties': 2}",
                "{'type': 'object', 'additionalProperties': false, 'properties': {'a': {}, 'b': {}, 'c': {}},"
                        + " 'dependentRequired': {'a': ['b'], 'b': ['c']}}",
                "{'allOf': [{'type': 'object', 'required': ['a'], 'properties': {'a': {'type': 'number'}}},"
                        + " {'properties': {'a': {'type': ['integer', 'null'], 'minimum': 5}, 'b': {'const': 1}}}]}",
                "{'oneOf': [{'type': 'object', 'required': ['a'], 'properties': {'a': {'const': 1}}},"
                        + " {'type': 'object', 'required': ['b'], 'properties': {'a': {'const': 2}, 'b': {}}}]}",
                "{'anyOf': [{'type': 'string'}, {'type': 'null'}, {'type': 'array', 'items': {'type': 'integer'}}]}",
                "{'not': {'type': ['object', 'array', 'boolean', 'null']}}",
                "{'$ref': '#/$defs/tree', '$defs': {'tree': {'type': 'object', 'required': ['children'], 'properties':"
                        + " {'children': {'type': 'array', 'items': {'$ref': '#/$defs/tree'}}, 'name': {'type': 'string'}}}}}"
            })
    void values_are_valid_and_vary_for_supported_keywords(String json) {
        assertValidAndVarious(schema(json.replace('\'', '"')), 3);
    }

    @Test
    void sometimes_omits_optional_fields_and_uses_null() {
        var page =
                CONTRACT.operation("annotations_list").orElseThrow().success().json();
        var pages = drawn(page.orElseThrow().schema());
        var sizes = new HashSet<Integer>();
        var authors = new ArrayList<Map<?, ?>>();
        var nulls = new ArrayList<Boolean>();
        for (Object drawn : pages) {
            var results = (List<?>) Objects.requireNonNull(((Map<?, ?>) Objects.requireNonNull(drawn)).get("results"));
            sizes.add(results.size());
            for (Object annotation : results) {
                var author = ((Map<?, ?>) annotation).get("created_by");
                nulls.add(author == null);
                if (author != null) {
                    authors.add((Map<?, ?>) author);
                }
            }
        }
        assertThat(sizes).contains(0, 1, 2, 3);
        assertThat(nulls).contains(true, false);
        assertThat(authors)
                .extracting(author -> author.containsKey("last_name"))
                .contains(true, false);
    }

    @Test
    void never_contains_write_only_fields() {
        var cohort =
                CONTRACT.operation("cohorts_retrieve").orElseThrow().success().json();
        assertThat(drawn(cohort.orElseThrow().schema()))
                .allSatisfy(drawn -> assertThat(
                                ((Map<?, ?>) Objects.requireNonNull(drawn)).containsKey("_create_in_folder"))
                        .isFalse());
    }

    @Test
    void uses_known_values_of_extensible_enums() {
        var schema = schema("{\"type\": \"string\", \"x-extensible-enum\": [\"USR\", \"GIT\"]}");
        assertThat(new HashSet<>(drawn(schema))).isEqualTo(Set.of("USR", "GIT"));
    }

    @Test
    void depends_only_on_the_seed() {
        var schema = CONTRACT.operation("cohorts_list")
                .orElseThrow()
                .success()
                .json()
                .orElseThrow()
                .schema();
        assertThat(ValueGenerator.json(schema, 7))
                .isPresent()
                .isEqualTo(ValueGenerator.json(schema, 7))
                .isNotEqualTo(ValueGenerator.json(schema, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"allOf\": [{\"type\": \"string\"}, {\"type\": \"integer\"}]}",
                "{\"type\": \"integer\", \"minimum\": 2, \"maximum\": 1}",
                "{\"type\": \"string\", \"pattern\": \"^(?=a)a$\"}"
            })
    void is_empty_if_no_valid_value_is_found(String json) {
        assertThat(ValueGenerator.json(schema(json), 1)).isEmpty();
    }
}
