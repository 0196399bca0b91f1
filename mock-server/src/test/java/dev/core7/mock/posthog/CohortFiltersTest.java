package dev.core7.mock.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortFiltersTest {
    private static Optional<String> problem(String condition) throws Json.NotJsonException {
        String filters = "{\"properties\": {\"type\": \"AND\", \"values\": [" + condition.replace('\'', '"') + "]}}";
        return CohortFilters.problem((Map<?, ?>) Json.parse(filters));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type': 'person', 'key': 'a', 'operator': 'is_set'}
            {'type': 'person', 'key': 'a', 'value': ['b'], 'operator': 'exact', 'negation': 'true', 'bytecode': null}
            {'type': 'person_metadata', 'key': 'created_at', 'value': '-7d', 'operator': 'is_date_after'}
            {'type': 'cohort', 'key': 'id', 'value': '7', 'negation': 1}
            {'type': 'behavioral', 'key': 5, 'value': 'a', 'event_type': 'actions', 'time_value': ' 30 ', 'min_periods': 3.0}
            {'type': 'behavioral', 'key': 'a', 'value': 'b', 'event_type': 'c', 'event_filters': [{'type': 'hogql', 'key': 'x'}]}
            {'type': 'OR', 'values': []}
            """)
    void accepts_what_pydantic_accepts(String condition) throws Json.NotJsonException {
        assertThat(problem(condition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type': 'person', 'key': 'a', 'value': 'b'}                          | Missing required keys for person filter: operator
            {'type': 'person', 'key': 'a'}                                        | Missing required keys for person filter: value, operator
            {'type': 'person', 'value': 'a', 'operator': 'exact'}                 | Missing required keys for person filter: key
            {'type': 'behavioral', 'key': 'a', 'value': 'b'}                      | Missing required keys for behavioral filter: event_type
            {'type': 'cohort', 'key': 'id'}                                       | Missing required keys for cohort filter: value
            {'type': 'cohort', 'key': 'foo', 'value': 1}                          | literal_error
            {'type': 'cohort', 'key': 'id', 'value': 'x'}                         | int_parsing
            {'type': 'cohort', 'key': 'id', 'value': 1.5}                         | int_from_float
            {'type': 'person', 'key': 5, 'value': 'b', 'operator': 'exact'}       | string_type
            {'type': 'person', 'key': 'a', 'operator': 'is_set', 'foo': 1}        | extra_forbidden
            {'type': 'person', 'key': 'a', 'operator': 'is_set', 'negation': 2}   | bool_parsing
            {'type': 'event', 'key': 'a'}                                         | union_tag_invalid
            {'key': 'a'}                                                          | union_tag_not_found
            {'type': 'OR', 'values': 5}                                           | list_type
            5                                                                     | model_type
            """)
    void refuses_the_rest_in_words_of_posthog_or_pydantic(String condition, String words) throws Json.NotJsonException {
        assertThat(problem(condition))
                .hasValueSatisfying(problem -> assertThat(problem).contains(words));
    }
}
