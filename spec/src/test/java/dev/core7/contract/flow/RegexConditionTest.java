package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexConditionTest {
    private final TestScope given = TestScope.body("{\"text\": \"line\\nid,name\", \"n\": 42, \"none\": null}");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,name     | $response.body#/text    | true
            ^id         | $response.body#/text    | false
            (?m)^id     | $response.body#/text    | true
            LINE        | $response.body#/text    | false
            ^42$        | $response.body#/n       | true
            null        | $response.body#/none    | false
            ^text/csv   | $response.header.Content-Type | true
            ^2\\d\\d$   | $statusCode             | true
            .           | $response.header.None   | false
            """)
    void a_pattern_is_found_anywhere_in_a_text_but_never_in_null(String pattern, String context, boolean holds)
            throws Exception {
        assertThat(Condition.regex(pattern, RuntimeExpression.parse(context)).holds(given))
                .isEqualTo(holds);
    }
}
