package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Syntax errors in conditions and queries, with their column. */
class SyntaxExceptionTest {
    private static final String EXPRESSION = "expected a runtime expression that the kit supports: $inputs.…,"
            + " $steps.….outputs.…, $statusCode, $response.header.… or $response.body#/…";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            $statusCode == 200 x        ~ expected the end of the condition ~ 20
            ($statusCode == 200         ~ expected ")" ~ 20
            $statusCode == 'a           ~ the text that starts here has no closing quote ~ 16
            $statusCode == '\\x'        ~ unknown escape sequence \\x ~ 19
            $statusCode == '\\u12'      ~ expected four hexadecimal digits after \\u ~ 19
            $statusCode == -            ~ expected a text in quotes, a number, true, false or null ~ 16
            $statusCode ==              ~ EXPRESSION ~ 15
            $statusCode = 200           ~ expected the end of the condition ~ 13
            $url == 'x'                 ~ EXPRESSION ~ 1
            $method == 'GET'            ~ EXPRESSION ~ 1
            $request.body == 1          ~ EXPRESSION ~ 1
            $steps.a.id == 1            ~ EXPRESSION ~ 1
            true &&                     ~ EXPRESSION ~ 8
            """)
    void errors_in_simple_conditions_have_a_column(String text, String message, int column) {
        tells(() -> Condition.simple(text), text, message, column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            @.a                         ~ a query must start with $ ~ 1
            $.a b                       ~ expected the end of the query ~ 5
            $..a                        ~ the kit does not support descendants (..) ~ 4
            $.                          ~ expected a name ~ 3
            $[0:1]                      ~ expected "]" ~ 4
            $[:1]                       ~ expected a name in quotes, an index, * or ?; the kit does not support slices ~ 3
            $[-1]                       ~ expected a name in quotes, an index, * or ?; the kit does not support slices ~ 3
            $[0,1]                      ~ expected "]" ~ 4
            $['a]                       ~ the text that starts here has no closing quote ~ 3
            $[?value(@.a) == 1]         ~ the kit supports the functions count, length, match and search, not value ~ 10
            $[?a == 1]                  ~ expected "(" ~ 6
            $[?count(1) == 1]           ~ expected "@" ~ 10
            $[?match(@.a)]              ~ expected "," ~ 13
            $[?@.a == {$inputs.a]       ~ expected "}" ~ 21
            $[?@.a == {$url}]           ~ EXPRESSION ~ 12
            $[?(@.a == 1]               ~ expected ")" ~ 13
            """)
    void errors_in_queries_have_a_column(String text, String message, int column) {
        tells(() -> JsonPath.parse(text), text, message, column);
    }

    private static void tells(ThrowingCallable read, String text, String message, int column) {
        assertThatThrownBy(read)
                .isInstanceOf(SyntaxException.class)
                .hasMessage(message.replace("EXPRESSION", EXPRESSION) + " at column " + column + " of: " + text);
    }
}
