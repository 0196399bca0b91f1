package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} x | Unrecognized token 'x'",
                "{} {} | unexpected content after the document",
                "{ | Unexpected end-of-input",
                "{\"a\": | Unexpected end-of-input",
                "\"a | Unexpected end-of-input",
                "tru | Unrecognized token 'tru'",
                "` ` | No content to map",
                "NaN | Non-standard token 'NaN'",
                "[Infinity] | Non-standard token 'Infinity'",
                "{a: 1} | Unexpected character ('a' (code 97))",
                "[1,] | Unexpected character (']' (code 93))",
                "01 | Invalid numeric value: Leading zeroes not allowed",
                "<html> | Unexpected character ('<' (code 60))"
            })
    void invalid_json_is_rejected_with_reason_and_location(String text, String reason) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(Json.NotJsonException.class)
                .hasMessageStartingWith(reason)
                .hasMessageMatching(".* at line \\d+, column \\d+");
    }

    @Test
    void an_empty_document_is_rejected() {
        assertThatThrownBy(() -> Json.parse(new byte[0])).hasMessage("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void nesting_that_would_overflow_the_stack_is_rejected(String open) {
        assertThatThrownBy(() -> Json.parse(open.repeat(100_000)))
                .isInstanceOf(Json.NotJsonException.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void invalid_utf8_is_rejected() {
        for (byte[] bytes : List.of(
                "\"é\"".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80, '"'},
                "\"a\"".getBytes(StandardCharsets.UTF_16BE),
                "\"a\"".getBytes(StandardCharsets.UTF_16LE))) {
            assertThatThrownBy(() -> Json.parse(bytes))
                    .as(Arrays.toString(bytes))
                    .isInstanceOf(Json.NotJsonException.class);
        }
    }

    @Test
    void invalid_utf8_is_rejected_with_the_first_invalid_byte() {
        assertThatThrownBy(() -> Json.parse("[\"é\"]".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("not UTF-8 at byte 3");
    }

    @Test
    void a_byte_order_mark_is_ignored_and_the_last_of_duplicate_names_wins() throws Json.NotJsonException {
        assertThat(Json.parse("\uFEFF{}")).isEqualTo(Map.of());
        assertThat(Json.parse("{\"a\": 1, \"a\": 2}")).isEqualTo(Map.of("a", 2));
    }

    @Test
    void values_are_plain_and_keep_order_and_precision() throws Json.NotJsonException {
        var object = (Map<?, ?>) Json.parse("{\"b\": [null, true], \"a\": \"é\"}");
        assertThat(object).isEqualTo(Map.of("b", Arrays.asList(null, true), "a", "é"));
        assertThat(object.keySet().iterator().next()).isEqualTo("b");
        assertThat(Json.parse("[1, 3000000000, 18446744073709551616, 1.10]"))
                .isEqualTo(List.of(1, 3_000_000_000L, new BigInteger("18446744073709551616"), new BigDecimal("1.10")));
        assertThat(Json.parse("null")).isNull();
    }

    @Test
    void what_is_written_reads_back_the_same() throws Json.NotJsonException {
        var text = "{\"b\":[null,true,1.10,18446744073709551616],\"a\":\"é \\\" \\u0000\"}";
        assertThat(Json.write(Json.parse(text))).isEqualTo(text);
        assertThat(Json.parse(Json.pretty(Json.parse(text)))).isEqualTo(Json.parse(text));
    }

    @Test
    void a_duplicate_name_in_an_object_is_reported_with_its_location() {
        assertThat(Json.repeatedName("{\"a\": [{\"b\": 1,\n \"b\": 1}]}"))
                .contains("Duplicate Object property \"b\" at line 2, column 5");
        assertThat(Json.repeatedName("\uFEFF{\"a\": {\"a\": 1}, \"b\": [{\"a\": 1}, {\"a\": 1}]}"))
                .isEmpty();
    }
}
