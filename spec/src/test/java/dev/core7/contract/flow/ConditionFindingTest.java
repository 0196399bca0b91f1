package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The texts of findings for conditions that are not met. */
class ConditionFindingTest {
    private final TestScope given =
            TestScope.body("{\"n\": 1, \"text\": \"a\", \"list\": [1]}").with("inputs.mark", "m \"1\"");

    private void tells(Condition condition, String where, String expected, String actual) {
        assertThat(condition.where()).isEqualTo(where);
        assertThat(condition.expected(given)).isEqualTo(expected);
        assertThat(condition.actual(given)).isEqualTo(actual);
    }

    private static Condition query(String text) throws SyntaxException {
        return Condition.jsonPath(text, RuntimeExpression.parse("$response.body"));
    }

    @Test
    void the_location_of_a_simple_condition_is_its_part_of_the_response() throws Exception {
        tells(Condition.simple("$statusCode == 201"), "status", "$statusCode == 201", "200 (integer)");
        tells(
                Condition.simple("$response.header.Content-Type == 'x'"),
                "header Content-Type",
                "$response.header.Content-Type == 'x'",
                "\"text/csv; charset=utf-8\" (string)");
        tells(
                Condition.simple("$inputs.mark == $response.body#/text"),
                "/text",
                "$inputs.mark == $response.body#/text",
                "$inputs.mark \"m \\\"1\\\"\" (string), /text \"a\" (string)");
    }

    @Test
    void a_dollar_sign_within_a_text_is_not_an_expression() throws Exception {
        tells(
                Condition.simple("$response.body#/text == 'costs $5'"),
                "/text",
                "$response.body#/text == 'costs $5'",
                "\"a\" (string)");
    }

    @Test
    void the_location_of_a_query_is_its_only_member_and_values_of_steps_are_shown() throws Exception {
        tells(query("$[?@.text == {$inputs.mark}]"), "/text", "$[?@.text == \"m \\\"1\\\"\"]", "\"a\" (string)");
    }

    @Test
    void a_query_with_several_members_shows_all_of_them_but_not_those_of_items() throws Exception {
        tells(
                query("$[?@.n == 2 && @.list[?@.id == 1]]"),
                "body",
                "$[?@.n == 2 && @.list[?@.id == 1]]",
                "n 1 (integer), list [1] (array)");
    }

    @Test
    void a_missing_member_is_absent_and_a_null_member_is_null() throws Exception {
        var condition = query("$[?@.gone == 1 && @.none == 1]");
        assertThat(condition.actual(TestScope.body("{\"none\": null}"))).isEqualTo("gone absent, none null");
    }

    @Test
    void the_location_of_a_pattern_is_its_context() throws Exception {
        tells(Condition.regex("^b", RuntimeExpression.parse("$response.body#/text")), "/text", "^b", "\"a\" (string)");
    }

    @Test
    void a_condition_on_inputs_only_has_no_location_in_the_response() throws Exception {
        tells(Condition.simple("$inputs.mark == 'x'"), "body", "$inputs.mark == 'x'", "\"m \\\"1\\\"\" (string)");
    }
}
