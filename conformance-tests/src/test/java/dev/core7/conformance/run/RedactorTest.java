package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is found in every encoding that an ordinary server gives it. */
class RedactorTest {
    private static final String PLAIN = "phx_Ab3dEf6hIj9k";
    private static final String SPECIAL = "phx_\"\\\\/<&>'%+=Ab3dE";

    private final Redactor redactor =
            new Redactor(List.of(key(PLAIN, "PLAIN"), key(SPECIAL, "SPECIAL"), key("test", "SHORT")));

    private static Key key(String value, String variable) {
        return new Key(variable, value, Set.of("*"), Optional.empty(), variable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PLAIN,
                "PHX_AB3DEF6HIJ9K",
                "\\u0070hx_Ab3dEf6hIj9\\u006B",
                "%70%68%78%5f%41b3dEf6hIj9k",
                "&#112;&#x68;&#X78;_Ab3dEf6hIj9k",
                "%5Cu0070hx_Ab3dEf6hIj9k",
                "%2570hx_Ab3dEf6hIj9k",
                "&amp;#112;hx_Ab3dEf6hIj9k",
                "p\0h\0x\0_\0A\0b\0003\0d\0E\0f\0006\0h\0I\0j\0009\0k"
            })
    void any_case_and_escape_is_replaced(String written) {
        assertThat(redactor.redact("before " + written + " after")).isEqualTo("before $PLAIN after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SPECIAL,
                "phx_\\\"\\\\\\\\/<&>'%+=Ab3dE",
                "phx_\\\"\\\\\\\\\\/\\u003c\\u0026\\u003E\\u0027%\\u002B=Ab3dE",
                "phx_%22%5C%5C%2F%3C%26%3E%27%25%2B%3DAb3dE",
                "phx_&quot;\\\\/&lt;&amp;&gt;&#39;%+=Ab3dE"
            })
    void a_key_of_special_characters_is_found_as_serializers_write_it(String written) {
        assertThat(redactor.redact("\"" + written + "\"")).isEqualTo("\"$SPECIAL\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "Bearer "})
    void base64_is_found_wherever_the_key_begins(String before) {
        var bytes = (before + PLAIN + ":x").getBytes(StandardCharsets.UTF_8);
        for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
            assertThat(redactor.redact(encoder.encodeToString(bytes)))
                    .contains("$PLAIN")
                    .hasSizeLessThan(25);
        }
    }

    @Test
    void a_key_that_looks_encoded_is_found_in_an_encoded_text() {
        var encoded = new Redactor(List.of(key("phx_%41b\"3dEf6", "KEY")));
        assertThat(encoded.redact("a phx_%41b\"3dEf6 b phx_%41b\\\"3dEf6 c phx_%2541b%223dEf6 d"))
                .isEqualTo("a $KEY b $KEY c $KEY d");
    }

    @Test
    void a_short_key_is_replaced_only_where_it_stands_alone() {
        assertThat(redactor.redact("test, \"test\" and attestation, Test, my-test"))
                .isEqualTo("$SHORT, \"$SHORT\" and attestation, Test, my-test");
    }

    @Test
    void other_text_stays_as_it_is() {
        var text = "phx_ \\u0041 %41 &amp; \\ % & \0 \u0130 phx_Ab3dEf6hIj9";
        assertThat(redactor.redact(text)).isEqualTo(text);
    }
}
