package dev.core7.conformance.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalValuesTest {
    private static List<Object> of(String schema) {
        return LegalValues.of(Parsed.schema(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'boolean'}|[true,false]",
                "{'type': ['boolean', 'null']}|[true,false,null]",
                "{'enum': ['a', 1, null], 'type': ['string', 'integer', 'null']}|['a',1,null]",
                "{'type': 'integer', 'minimum': 3, 'maximum': 9}|[3,9]",
                "{'type': 'integer', 'exclusiveMinimum': 3}|[4]",
                "{'type': 'integer', 'maximum': 0}|[0]",
                "{'type': 'number', 'minimum': 0, 'maximum': 1}|[0,1,0.5]",
                "{'type': 'array', 'items': {'enum': ['x', 'y']}}|[[],['x'],['x','y','x']]",
                "{'type': 'array', 'items': {'enum': ['x', 'y']}, 'minItems': 2, 'maxItems': 2}|[['x','y']]",
                "{'type': 'array', 'items': {'enum': ['x', 'y']}, 'uniqueItems': true}|[[],['x']]",
                "{'type': 'object'}|[{}]",
                "{'anyOf': [{'type': 'boolean'}, {'type': 'null'}]}|[true,false,null]",
                "{'type': 'string', 'x-legal-values': ['a', null]}|['a',null]",
                "{'type': 'string', 'x-never-send': 'why'}|[]",
                "{'type': ['integer', 'null'], 'x-fixture': 'things'}|[null]",
                "{'type': 'string', 'format': 'no-such-format'}|[]",
                "{'type': 'string', 'pattern': '^z+$'}|[]",
                "{}|[]",
            })
    void values_are_those_that_the_schema_certainly_allows(String schema, String values) {
        assertThat(Json.write(of(schema))).isEqualTo(values.replace('\'', '"'));
    }

    @Test
    void texts_have_special_characters_and_the_maximum_length() {
        var texts = of("{'type': 'string', 'maxLength': 100}");

        assertThat(String.join("", texts.stream().map(String::valueOf).toList()))
                .contains("\"", "'", "%", "_", "\\", "\n", "\uD83D\uDE00", "ש", "م", "<b>", "CAPITALS");
        assertThat(texts)
                .contains("x".repeat(100), "")
                .allSatisfy(text ->
                        assertThat(text.toString()).isEqualTo(text.toString().strip()));
        assertThat(of("{'type': 'string', 'minLength': 2, 'maxLength': 5}")).isEqualTo(List.of("xxxxx", "xx"));
    }

    @Test
    void free_text_is_neither_empty_nor_null() {
        assertThat(of("{'type': ['string', 'null'], 'x-free-text': true}"))
                .doesNotContain("")
                .doesNotContainNull();
    }

    @Test
    void date_times_have_offsets_and_fractions() {
        assertThat(of("{'type': 'string', 'format': 'date-time'}"))
                .extracting(Object::toString)
                .anyMatch(time -> time.matches(".*\\+\\d\\d:\\d\\d"))
                .anyMatch(time -> time.matches(".*\\.5-\\d\\d:\\d\\d"))
                .anyMatch(time -> time.matches(".*\\.\\d{6}Z"));
    }

    @Test
    void objects_have_the_required_properties_or_all_with_different_values_at_every_depth() {
        var schema = """
                {'type': 'object', 'additionalProperties': false, 'required': ['level'], 'properties': {
                  'id': {'type': 'integer', 'readOnly': true},
                  'level': {'type': 'integer', 'minimum': 1, 'maximum': 5},
                  'parts': {'type': 'array', 'maxItems': 1, 'items': {
                    'type': 'object', 'required': ['on'], 'properties': {'on': {'type': 'boolean'}}}}}}
                """;

        assertThat(Json.write(of(schema)))
                .isEqualTo("[{\"level\":1},{\"level\":1,\"parts\":[]},{\"level\":5,\"parts\":[{\"on\":true}]}]");
    }

    @Test
    void a_schema_that_contains_itself_has_an_end() {
        var tree = "{'type': 'object', 'properties': {'name': {'enum': ['n']}, 'child': {'$ref': '#'}}}";

        assertThat(of(tree)).contains(Map.of()).hasSizeLessThan(5);
    }
}
