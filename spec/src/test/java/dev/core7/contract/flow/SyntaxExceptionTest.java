package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake in the little language is told with its column. */
class SyntaxExceptionTest {
    private static final String EXPRESSION = "a runtime expression is expected that the kit executes: $inputs.…,"
            + " $steps.….outputs.…, $statusCode, $response.header.… or $response.body#/…";

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            $statusCode == 200 x        ~ the end of the condition is expected ~ 20
            ($statusCode == 200         ~ ")" is expected ~ 20
            $statusCode == 'a           ~ the text that begins here has no closing quote ~ 16
            $statusCode == '\\x'        ~ no such escape: \\x ~ 19
            $statusCode == '\\u12'      ~ four hexadecimal digits are expected after \\u ~ 19
            $statusCode == -            ~ a text in quotes, a number, true, false or null is expected ~ 16
            $statusCode ==              ~ EXPRESSION ~ 15
            $statusCode = 200           ~ the end of the condition is expected ~ 13
            $url == 'x'                 ~ EXPRESSION ~ 1
            $method == 'GET'            ~ EXPRESSION ~ 1
            $request.body == 1          ~ EXPRESSION ~ 1
            $steps.a.id == 1            ~ EXPRESSION ~ 1
            true &&                     ~ EXPRESSION ~ 8
            """)
    void a_simple_condition_is_told_with_its_column(String text, String message, int column) {
        tells(() -> Condition.simple(text), text, message, column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            @.a                         ~ a query begins with $ ~ 1
            $.a b                       ~ the end of the query is expected ~ 5
            $..a                        ~ descendants (..) are not executed by the kit ~ 4
            $.                          ~ a name is expected ~ 3
            $[0:1]                      ~ "]" is expected ~ 4
            $[:1]                       ~ a name in quotes, an index, * or ? is expected; the kit executes no slices ~ 3
            $[-1]                       ~ a name in quotes, an index, * or ? is expected; the kit executes no slices ~ 3
            $[0,1]                      ~ "]" is expected ~ 4
            $['a]                       ~ the text that begins here has no closing quote ~ 3
            $[?value(@.a) == 1]         ~ the kit knows count, length, match and search, not value ~ 10
            $[?a == 1]                  ~ "(" is expected ~ 6
            $[?count(1) == 1]           ~ "@" is expected ~ 10
            $[?match(@.a)]              ~ "," is expected ~ 13
            $[?@.a == {$inputs.a]       ~ "}" is expected ~ 21
            $[?@.a == {$url}]           ~ EXPRESSION ~ 12
            $[?(@.a == 1]               ~ ")" is expected ~ 13
            """)
    void a_query_is_told_with_its_column(String text, String message, int column) {
        tells(() -> JsonPath.parse(text), text, message, column);
    }

    private static void tells(ThrowingCallable read, String text, String message, int column) {
        assertThatThrownBy(read)
                .isInstanceOf(SyntaxException.class)
                .hasMessage(message.replace("EXPRESSION", EXPRESSION) + " at column " + column + " of: " + text);
    }
}
