package dev.core7.conformance.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyChangeTest {
    private static Key key(String value) {
        return new Key("k", value, Set.of("*"), Optional.empty(), "KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "CUT, phx_ab, {KEY%?}",
        "LONGER, phx_abC0, {KEY}0",
        "PREFIXED, 0phx_abC, {KEY/#/0}",
        "WITHOUT_START, hx_abC, {KEY:1}",
        "UPPER_CASE, PHX_ABC, {KEY^^}"
    })
    void changes_the_value_and_its_variable_alike(KeyChange change, String value, String variable) {
        var changed = change.apply(key("phx_abC"));

        assertThat(changed.value()).isEqualTo(value);
        assertThat(changed.variable()).isEqualTo(variable);
        assertThat(changed.scopes()).isEmpty();
    }

    @Test
    void a_very_long_key_stays_within_the_usual_limits() {
        assertThat(KeyChange.VERY_LONG.apply(key("phx_abC")).value()).hasSizeBetween(4096, 8000);
        assertThat(KeyChange.VERY_LONG.apply(key("phx_abC")).variable()).isEqualTo("{KEY}$(printf %06000d 0)");
    }

    @Test
    void a_key_that_a_server_may_decode_is_not_changed_where_it_may_stay_the_same() {
        assertThat(applied("phx_abC")).containsExactly(KeyChange.values());
        assertThat(applied("cGh4X2FiYw=="))
                .containsExactly(KeyChange.PREFIXED, KeyChange.WITHOUT_START, KeyChange.UPPER_CASE);
        assertThat(applied("01890000-aaaa-7000-8000-00000000000b")).doesNotContain(KeyChange.UPPER_CASE);
        assertThat(applied("ABC123")).doesNotContain(KeyChange.UPPER_CASE);
    }

    private static Stream<KeyChange> applied(String value) {
        return Stream.of(KeyChange.values()).filter(change -> change.appliesTo(key(value)));
    }

    @Test
    void java_reads_the_variable_and_changes_it() {
        assertThat(KeyChange.java("KEY")).isEqualTo("System.getenv(\"KEY\")");
        assertThat(KeyChange.java("{KEY%?}"))
                .isEqualTo("(String.valueOf(System.getenv(\"KEY\")).replaceFirst(\".$\", \"\"))");
        assertThat(KeyChange.java("{KEY}$(printf %06000d 0)"))
                .contains(".repeat(6000)")
                .contains("getenv(\"KEY\")");
    }
}
