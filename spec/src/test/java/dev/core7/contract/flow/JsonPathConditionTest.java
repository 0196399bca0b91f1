package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that select something or nothing in a response. */
class JsonPathConditionTest {
    private static final String UUID = "0190ABCD-0000-7000-8000-00000000000a";

    private final TestScope given = TestScope.body("""
                    {"n": 1, "text": "aé\uD83D\uDE00", "none": null, "empty": [], "uuid": "0190abcd-0000-7000-8000-00000000000A",
                     "a b": 1, "object": {"x": 1, "y": [1, 2.0]}, "results": [{"id": 1, "tags": ["u"]}, {"id": 2, "tags": []}]}
                    """)
            .with("inputs.odd", "say \"hi\" \\ it's {$inputs.odd}")
            .with("inputs.uuid", UUID)
            .with("inputs.object", Map.of("y", List.of(1, 2), "x", 1))
            .with("inputs.none", null);

    private boolean holds(String query) throws Exception {
        return Condition.jsonPath(query, RuntimeExpression.parse("$response.body"))
                .holds(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[0].n",
                "$[0]['a b']",
                "$[0][\"n\"]",
                "$[0].results[1].id",
                "$[0].results[*].tags[*]",
                "$[*].*",
                "$[?@.n == 1]",
                "$[?@['n'] == 1.0]",
                "$[?@.n]",
                "$[?@.none == null]",
                "$[?@.none]",
                "$[?!@.nowhere]",
                "$[?@.nowhere != null]",
                "$[?@.nowhere == @.elsewhere]",
                "$[?@.nowhere <= @.elsewhere]",
                "$[?@.results[?@.id == 2]]",
                "$[?@.results[?@.tags[?@ == 'u']]]",
                "$[?@.results[?@.id == $[0].n]]",
                "$[?!@.results[?@.id == 3]]",
                "$[?@.object == {$inputs.object}]",
                "$[?@.object.y[1] == 2]",
                "$[?@.none == {$inputs.none}]",
                "$[?count(@.results[*]) == 2]",
                "$[?count(@.results[?@.id > 1]) == 1]",
                "$[?length(@.text) == 3]",
                "$[?length(@.results) == 2]",
                "$[?length(@.object) == 2]",
                "$[?length(@.n) != 1]",
                "$[?match(@.text, 'a.*')]",
                "$[?search(@.text, 'é')]",
                "$[?!match(@.text, 'é')]",
                "$[?!search(@.n, '1')]",
                "$[?@.n == 1 && (@.none == 1 || @.text != 'x')]",
                "$[?@.text == 'a\\u00e9\\ud83d\\ude00']"
            })
    void queries_select_existing_values(String query) throws Exception {
        assertThat(holds(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$[1]",
                "$[0].nowhere",
                "$[0].results[2]",
                "$[0].n[0]",
                "$[0].n.x",
                "$[0].empty[*]",
                "$[?@.nowhere]",
                "$[?@.nowhere == null]",
                "$[?@.none == @.nowhere]",
                "$[?@.n == '1']",
                "$[?@.none < 1]",
                "$[?@.none == false]",
                "$[?@.text == 'AÉ\\ud83d\\ude00']",
                "$[?@.n < 'a']",
                "$[?@.object < @.object && @.n == 1]",
                "$[?@.results[*].id == 1]",
                "$[?length(@.n) == 1]",
                "$[?count(@.nowhere) == 1]"
            })
    void queries_select_nothing_if_nothing_matches(String query) throws Exception {
        assertThat(holds(query)).isFalse();
    }

    @Test
    void equal_objects_are_neither_smaller_nor_larger() throws Exception {
        assertThat(holds("$[?@.object <= @.object && @.object >= @.object]")).isTrue();
        assertThat(holds("$[?@.object < @.object || @.object > @.object]")).isFalse();
    }

    @Test
    void values_of_inputs_are_not_parsed() throws Exception {
        var odd = TestScope.body("{\"content\": \"say \\\"hi\\\" \\\\ it's {$inputs.odd}\"}")
                .with("inputs.odd", given.input("odd"));
        var condition = Condition.jsonPath("$[?@.content == {$inputs.odd}]", RuntimeExpression.parse("$response.body"));
        assertThat(condition.holds(odd)).isTrue();
        assertThat(condition.holds(TestScope.body("{\"content\": \"say\"}").with("inputs.odd", given.input("odd"))))
                .isFalse();
    }

    @Test
    void only_comparisons_of_uuids_ignore_case() throws Exception {
        assertThat(holds("$[?@.uuid == {$inputs.uuid}]")).isTrue();
        assertThat(holds("$[?@.uuid == '0190abcd-0000-7000-8000-00000000000b']"))
                .isFalse();
        assertThat(holds("$[?'ABC' == 'abc']")).isFalse();
    }

    @Test
    void an_empty_list_does_not_hide_a_missing_value() {
        assertThatThrownBy(() -> holds("$[?@.empty[?@.id == {$inputs.gone}]]"))
                .isInstanceOf(Scope.MissingValueException.class)
                .hasMessage("no inputs.gone");
    }

    @Test
    void an_invalid_pattern_is_reported() {
        assertThatThrownBy(() -> holds("$[?match(@.text, '(')]")).hasMessage("invalid regular expression: (");
    }
}
