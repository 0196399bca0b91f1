package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simple conditions for a response with status 200. */
class SimpleConditionTest {
    private final TestScope given = TestScope.body("""
            {"n": 2, "half": 0.5, "text": "Été", "none": null, "yes": true, "no": false, "at": "2026-01-02T03:04:05Z"}
            """);

    private boolean holds(String condition) throws Exception {
        return Condition.simple(condition).holds(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$statusCode == 200",
                "$statusCode != 201",
                "$statusCode < 201",
                "$statusCode <= 200",
                "$statusCode > 199",
                "$statusCode >= 200",
                "$statusCode==200",
                "200 == $statusCode",
                "$response.body#/n == 2.0",
                "$response.body#/n == 2e0",
                "$response.body#/half > -1",
                "$response.body#/n < 10",
                "$response.body#/none == null",
                "$response.body#/nowhere == null",
                "$response.body#/yes == true",
                "$response.body#/yes",
                "$response.body#/n",
                "$response.header.content-type == 'TEXT/CSV; charset=UTF-8'",
                "$response.header.Nothing == null",
                "'a' < 'b'",
                "'it\\'s' == \"it's\""
            })
    void true_conditions_are_met(String condition) throws Exception {
        assertThat(holds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$statusCode == 201",
                "$statusCode != 200",
                "$statusCode < 200",
                "$statusCode <= 199",
                "$statusCode > 200",
                "$statusCode >= 201",
                "$statusCode == '200'",
                "$response.body#/none < 1",
                "$response.body#/none == 0",
                "$response.body#/none",
                "$response.body#/no",
                "$response.body#/n < '3'",
                "$response.body#/none == ''"
            })
    void false_conditions_are_not_met(String condition) throws Exception {
        assertThat(holds(condition)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "true || false && false, true",
        "(true || false) && false, false",
        "false && false || true, true",
        "!false && true, true",
        "!(false || true), false",
        "!true || true, true",
        "!!true, true",
        "true && (false || (true && !false)), true"
    })
    void not_precedes_and_which_precedes_or(String condition, boolean holds) throws Exception {
        assertThat(holds(condition)).isEqualTo(holds);
    }

    @Test
    void comparisons_of_texts_ignore_case() throws Exception {
        assertThat(holds("$response.body#/text == 'éTÉ'")).isTrue();
        assertThat(holds("$response.body#/text == 'Ete'")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02t03:04:05z",
                "2026-01-02 03:04:05Z",
                "2026-01-02T03:04:05.000000Z",
                "2026-01-02T03:04:05+00:00",
                "2026-01-02T03:04:05-00:00",
                "2026-01-02T04:34:05+01:30",
                "2026-01-01T22:04:05-05:00",
                "2026-01-03T03:03:05+23:59"
            })
    void date_times_are_equal_if_they_are_the_same_point_in_time(String spelling) throws Exception {
        assertThat(holds("$response.body#/at == '" + spelling + "'")).isTrue();
    }

    @Test
    void date_times_are_ordered_as_points_in_time_and_not_as_texts() throws Exception {
        assertThat(holds("$response.body#/at < '2026-01-02T01:00:00-05:00'")).isTrue();
        assertThat(holds("$response.body#/at > '2026-01-02T23:00:00+23:00'")).isTrue();
        assertThat(holds("$response.body#/at < '2026-01-02T03:04:05.000001Z'")).isTrue();
        assertThat(holds("$response.body#/at == '2026-01-02T03:04:06Z'")).isFalse();
        assertThat(holds("'2026-13-02T03:04:05Z' == '2026-13-02T03:04:05.0Z'"))
                .as("no moment")
                .isFalse();
    }

    @Test
    void a_missing_value_is_reported_when_it_is_used() throws Exception {
        assertThatThrownBy(() -> holds("$inputs.x == 1"))
                .isInstanceOf(Scope.MissingValueException.class)
                .hasMessage("no inputs.x");
        assertThatThrownBy(() -> holds("$statusCode == 404 || $steps.a.outputs.b == 1"))
                .hasMessage("no steps.a.outputs.b");
        assertThat(holds("$statusCode == 200 || $steps.a.outputs.b == 1")).isTrue();
    }
}
