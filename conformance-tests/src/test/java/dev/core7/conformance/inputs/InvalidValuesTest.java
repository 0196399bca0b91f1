package dev.core7.conformance.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidValuesTest {
    private static List<Defect> of(String schema) {
        return InvalidValues.of(Parsed.schema(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string'}|type null",
                "{'type': ['string', 'null']}|type",
                "{'type': 'string', 'enum': ['a']}|type null value case",
                "{'type': 'string', 'format': 'date-time'}|type null value range",
                "{'type': 'string', 'minLength': 1, 'maxLength': 3}|type null length short",
                "{'type': 'string', 'enum': ['a', 'A', '1', '']}|type null value",
                "{'type': 'array', 'minItems': 1, 'maxItems': 2, 'items': {'enum': [1]}}|type null empty items",
                "{'type': 'object'}|type null",
                "{'type': 'string', 'x-never-send': 'why'}|``",
                "{}|``",
            })
    void defects_are_those_that_the_schema_forbids(String schema, String names) {
        assertThat(String.join(" ", of(schema).stream().map(Defect::name).toList()))
                .isEqualTo(names);
        assertThat(of(schema)).noneMatch(defect -> defect.verdict() == Defect.Verdict.REFUSE_OR_ACCEPT);
    }

    @Test
    void unusual_numbers_may_be_accepted_unless_a_limit_forbids_them() {
        assertThat(of("{'type': 'integer'}"))
                .filteredOn(defect -> defect.verdict() == Defect.Verdict.REFUSE_OR_ACCEPT)
                .extracting(defect -> String.valueOf(defect.value()))
                .containsExactly("-1", "2147483648", "9223372036854775808");
        assertThat(of("{'type': 'integer', 'minimum': 0, 'maximum': 10}"))
                .filteredOn(defect -> defect.value() instanceof Number)
                .extracting(defect -> defect.name() + " " + defect.value() + " " + defect.verdict())
                .containsExactly(
                        "below -1 REFUSE",
                        "above 11 REFUSE",
                        "huge 2147483648 REFUSE",
                        "beyond-64-bits 9223372036854775808 REFUSE");
    }

    @Test
    void places_in_an_example_have_defects_of_their_own() {
        var schema = Parsed.schema("""
                {'type': 'object', 'properties': {'list': {'type': 'array', 'items': {'type': 'object',
                  'required': ['a'], 'properties': {'a': {'type': 'integer'}}}}}}
                """);
        var example = Parsed.value("{'list': [{'a': 1, 'other': 2}, {'a': 3}]}");

        var places = ExamplePlace.below(schema, example);

        assertThat(places).extracting(ExamplePlace::name).containsExactly("list", "list-item", "list-item-a");
        assertThat(places).extracting(ExamplePlace::required).containsExactly(false, false, true);
        assertThat(places.get(2).in(example, Defect.of("type", "", "text")))
                .isEqualTo(Parsed.value("{'list': [{'a': 'text', 'other': 2}, {'a': 3}]}"));
        assertThat(places.get(2).in(example, Defect.missingField()))
                .isEqualTo(Parsed.value("{'list': [{'other': 2}, {'a': 3}]}"));
    }
}
