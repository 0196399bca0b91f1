package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a finding says of a condition that does not hold. */
class ConditionFindingTest {
    private final Given given =
            Given.body("{\"n\": 1, \"text\": \"a\", \"list\": [1]}").with("inputs.mark", "m \"1\"");

    private void tells(Condition condition, String where, String expected, String actual) {
        assertThat(condition.where()).isEqualTo(where);
        assertThat(condition.expected(given)).isEqualTo(expected);
        assertThat(condition.actual(given)).isEqualTo(actual);
    }

    private static Condition query(String text) throws SyntaxException {
        return Condition.jsonPath(text, Expression.parse("$response.body"));
    }

    @Test
    void a_simple_condition_stands_where_the_answer_is_looked_at() throws Exception {
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
    void a_dollar_in_a_text_is_no_expression() throws Exception {
        tells(
                Condition.simple("$response.body#/text == 'costs $5'"),
                "/text",
                "$response.body#/text == 'costs $5'",
                "\"a\" (string)");
    }

    @Test
    void a_query_stands_where_its_one_member_is_and_shows_values_of_other_steps() throws Exception {
        tells(query("$[?@.text == {$inputs.mark}]"), "/text", "$[?@.text == \"m \\\"1\\\"\"]", "\"a\" (string)");
    }

    @Test
    void a_query_of_several_members_shows_them_all_and_not_those_of_items() throws Exception {
        tells(
                query("$[?@.n == 2 && @.list[?@.id == 1]]"),
                "body",
                "$[?@.n == 2 && @.list[?@.id == 1]]",
                "n 1 (integer), list [1] (array)");
    }

    @Test
    void a_member_that_is_not_there_is_absent_and_one_that_is_null_is_null() throws Exception {
        var condition = query("$[?@.gone == 1 && @.none == 1]");
        assertThat(condition.actual(Given.body("{\"none\": null}"))).isEqualTo("gone absent, none null");
    }

    @Test
    void a_pattern_stands_at_what_it_looks_at() throws Exception {
        tells(Condition.regex("^b", Expression.parse("$response.body#/text")), "/text", "^b", "\"a\" (string)");
    }

    @Test
    void values_are_not_filled_in_where_nothing_is_looked_at_but_inputs() throws Exception {
        tells(Condition.simple("$inputs.mark == 'x'"), "body", "$inputs.mark == 'x'", "\"m \\\"1\\\"\" (string)");
    }
}
