package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private final TestScope given = TestScope.body("null")
            .with("inputs.mark", "m")
            .with("inputs.n", 7)
            .with("steps.a.outputs.list", List.of(1));

    private Object filled(Object value) throws Exception {
        return Template.parse(value).fill(given);
    }

    @Test
    void a_text_that_is_an_expression_keeps_the_type_of_its_value() throws Exception {
        assertThat(filled("$inputs.n")).isEqualTo(7);
        assertThat(filled("$steps.a.outputs.list")).isEqualTo(List.of(1));
    }

    @Test
    void expressions_inside_a_text_become_text() throws Exception {
        assertThat(filled("{$inputs.mark} and {$inputs.n}")).isEqualTo("m and 7");
        assertThat(filled("{$inputs.n}")).isEqualTo("7");
    }

    @Test
    void nested_objects_and_lists_are_filled() throws Exception {
        assertThat(filled(Map.of("a", List.of(Map.of("b", "$inputs.mark")), "c", true)))
                .isEqualTo(Map.of("a", List.of(Map.of("b", "m")), "c", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "costs 5$", "{mark}", "{}", "a {b} c"})
    void texts_without_expressions_are_not_changed(String text) throws Exception {
        assertThat(filled(text)).isEqualTo(text);
    }

    @Test
    void missing_values_are_reported_when_filled_and_syntax_errors_when_parsed() {
        assertThatThrownBy(() -> filled("x {$inputs.gone}")).hasMessage("no inputs.gone");
        assertThatThrownBy(() -> Template.parse(List.of("{$nothing}"))).isInstanceOf(SyntaxException.class);
    }

    @Test
    void every_expression_is_visited() throws Exception {
        var seen = new ArrayList<String>();
        Template.parse(List.of("$inputs.n", Map.of("a", "x {$inputs.mark}"))).expressions(e -> seen.add(e.toString()));
        assertThat(seen).containsExactly("$inputs.n", "$inputs.mark");
    }
}
