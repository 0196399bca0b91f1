package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The English texts of findings for conditions that are not met. */
class ConditionFindingTest {
    private final TestScope given = TestScope.body("""
            {"n": 24, "text": "a", "none": null, "deleted": true, "at": "2026-01-02T03:04:05Z",
             "list": [{"id": 67, "tag": "x"}, {"id": 70, "tag": "y"}], "empty": []}
            """)
            .with("inputs.mark", "m \"1\"")
            .with("inputs.id", 67)
            .with("steps.first.outputs.n", 25)
            .with("steps.first.outputs.at", "2026-01-02T03:04:06Z");

    private void assertMismatch(Condition condition, String where, String expected, String actual) throws Exception {
        assertThat(condition.holds(given)).isFalse();
        assertThat(condition.mismatch(given)).isEqualTo(new Mismatch(where, expected, actual));
    }

    private static Condition query(String text) throws SyntaxException {
        return Condition.jsonPath(text, RuntimeExpression.parse("$response.body"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            $statusCode == 201                     ¦ status ¦ 201                                   ¦ 200
            $statusCode == 404 || $statusCode == 410 ¦ status ¦ status to be 404 or 410             ¦ 200
            $statusCode >= 400 && $statusCode < 500 ¦ status ¦ status to be at least 400            ¦ 200
            $response.header.Content-Type == 'x'   ¦ header Content-Type ¦ header `Content-Type` to be "x" ¦ "text/csv; charset=utf-8" (string)
            $inputs.mark == $response.body#/text   ¦ /text  ¦ `text` to be "m \\"1\\"" (input `mark`)   ¦ "a" (string)
            $response.body#/text == 'costs $5'     ¦ /text  ¦ `text` to be "costs $5"               ¦ "a" (string)
            $response.body#/list/1/id == $inputs.id ¦ /list/1/id ¦ `list[1].id` to be 67 (input `id`) ¦ 70 (integer)
            $response.body#/n != 24 || $response.body#/none ¦ /none ¦ `none` to be neither null nor false, because `n` is 24 ¦ null
            $response.body#/n >= $steps.first.outputs.n ¦ /n ¦ `n` to be at least 25 (`n` of step `first`) ¦ 24 (integer)
            $response.body#/at >= $steps.first.outputs.at ¦ /at ¦ `at` not to be earlier than "2026-01-02T03:04:06Z" (`at` of step `first`) ¦ "2026-01-02T03:04:05Z" (string)
            $inputs.mark == 'x'                    ¦ body   ¦ input `mark` to be "x"                ¦ "m \\"1\\"" (string)
            """)
    void a_simple_condition_names_values_and_their_origin(String text, String where, String expected, String actual)
            throws Exception {
        assertMismatch(Condition.simple(text), where, expected, actual);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            $[?@.n == 3]                           ¦ /n     ¦ `n` to be 3                           ¦ 24 (integer)
            $[?@.text == {$inputs.mark}]           ¦ /text  ¦ `text` to be "m \\"1\\"" (input `mark`)   ¦ "a" (string)
            $[?@.none != null]                     ¦ /none  ¦ `none` not to be null                 ¦ null
            $[?@.gone == null]                     ¦ /gone  ¦ `gone` to be null                     ¦ absent
            $[?@.gone]                             ¦ /gone  ¦ `gone` to be present                  ¦ absent
            $[?!@.text]                            ¦ /text  ¦ `text` to be absent                   ¦ "a" (string)
            $[?count(@.list[*]) == 1]              ¦ /list  ¦ exactly 1 item in `list`              ¦ 2 items
            $[?count(@.empty[*]) == 1]             ¦ /empty ¦ exactly 1 item in `empty`             ¦ 0 items
            $[?count(@.list[*]) <= 1]              ¦ /list  ¦ at most 1 item in `list`              ¦ 2 items
            $[?count(@.list[*]) == @.n]            ¦ /list  ¦ the number of items in `list` to be `n` (24) ¦ 2 items
            $[?count(@.list[?@.id == 1]) == 1]     ¦ /list  ¦ exactly 1 item in `list` whose `id` is 1 ¦ none of 2 items
            $[?@.list[?@.id == 1]]                 ¦ /list  ¦ an item in `list` whose `id` is 1     ¦ none of 2 items
            $[?@.gone[?@.id == 1]]                 ¦ /gone  ¦ an item in `gone` whose `id` is 1     ¦ absent
            $[?@.empty[0]]                         ¦ /empty ¦ at least 1 item in `empty`            ¦ 0 items
            $[?!@.list[0]]                         ¦ /list  ¦ no items in `list`                    ¦ 2 items
            $[?!@.list[?@.id == 67 || @.id == 68]] ¦ /list  ¦ no item in `list` whose `id` is 67 or 68 ¦ 1 such item: `id` 67 (integer)
            $[?!@.list[?@.id == 67 && @.tag == 'x']] ¦ /list ¦ no item in `list` whose `id` is 67 and `tag` is "x" ¦ 1 such item: `id` 67 (integer), `tag` "x" (string)
            $[?!@.list[?@.tag != 'x']]             ¦ /list  ¦ only items in `list` whose `tag` is "x" ¦ 1 such item: `id` 70 (integer), `tag` "y" (string)
            $[?!@.list[?!search(@.tag, 'x')]]      ¦ /list  ¦ only items in `list` whose `tag` contains "x" ¦ 1 such item: `id` 70 (integer), `tag` "y" (string)
            $[?search(@.text, '^b')]               ¦ /text  ¦ `text` to match "^b"                  ¦ "a" (string)
            $[?length(@.text) > 3]                 ¦ /text  ¦ the length of `text` to be greater than 3 ¦ 1 (integer)
            """)
    void a_query_names_members_and_items(String text, String where, String expected, String actual) throws Exception {
        assertMismatch(query(text), where, expected, actual);
    }

    @Test
    void only_the_parts_that_are_not_met_are_named() throws Exception {
        assertMismatch(
                query("$[?@.n == 24 && @.text == 'a' && @.deleted == false]"),
                "/deleted",
                "`deleted` to be false",
                "true (boolean)");
        assertMismatch(
                query("$[?@.n == 2 && (@.none != null || @.text == 'b')]"),
                "body",
                "`n` to be 2 and `text` to be \"b\", because `none` is null",
                "`n`: 24 (integer), `text`: \"a\" (string)");
        assertMismatch(
                query("$[?@.n == 2 && (@.missing || @.text == 'b')]"),
                "body",
                "`n` to be 2 and either `missing` to be present or `text` to be \"b\"",
                "`n`: 24 (integer), `missing`: absent, `text`: \"a\" (string)");
    }

    @Test
    void a_pattern_is_about_its_context() throws Exception {
        assertMismatch(
                Condition.regex("^b", RuntimeExpression.parse("$response.body#/text")),
                "/text",
                "`text` to match \"^b\"",
                "\"a\" (string)");
    }

    @Test
    void the_formal_condition_contains_the_values_of_steps() throws Exception {
        assertThat(query("$[?@.text == {$inputs.mark}]").text(given)).isEqualTo("$[?@.text == \"m \\\"1\\\"\"]");
    }

    @Test
    void a_condition_that_is_met_can_be_stated() throws Exception {
        assertThat(query("$[?@.n == 24 && @.list[?@.id == 67]]").statement(given))
                .isEqualTo("`n` is 24 and an item in `list` whose `id` is 67");
        assertThat(Condition.simple("$response.body#/n >= 1 || $response.body#/deleted == true")
                        .statement(given))
                .isEqualTo("`n` is at least 1");
    }
}
