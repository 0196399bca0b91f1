package dev.core7.mock.posthog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2024-01-15,2024-01-15T00:00:00Z",
        "2024-01-15T10,2024-01-15T10:00:00Z",
        "2024-01-15 10:00,2024-01-15T10:00:00Z",
        "2024-01-15T10:00:01,2024-01-15T10:00:01Z",
        "'2024-01-15T10:00:01,5','2024-01-15T10:00:01.5Z'",
        "2024-01-15T10:00:01.1234567,2024-01-15T10:00:01.123456Z",
        "2024-01-15T10:00Z,2024-01-15T10:00:00Z",
        "2024-01-15T10:00+02,2024-01-15T08:00:00Z",
        "2024-01-15T10:00-0230,2024-01-15T12:30:00Z",
        "2024-01-15T10:00:00+23:59:59,2024-01-14T10:00:01Z",
        "2024-1-5 1:02,2024-01-05T01:02:00Z",
        "'2024-1-5 1:02 Z',2024-01-05T01:02:00Z"
    })
    void reads_what_django_reads(String text, Instant time) {
        assertThat(DjangoTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2024",
                "2024-13-01",
                "2024-02-30",
                "0000-01-01",
                "2024-01-15T24:00",
                "2024-01-15T10:60",
                "2016-12-31T23:59:60Z",
                "2024-01-15T10:00+24:00",
                "2024-1-5",
                "5"
            })
    void reads_nothing_else(String text) {
        assertThat(DjangoTime.parse(text)).isEmpty();
    }

    @Test
    void knows_the_years_of_python() {
        assertThat(DjangoTime.isInRange(
                        DjangoTime.parse("0001-01-01T00:00+01:00").orElseThrow()))
                .isFalse();
        assertThat(DjangoTime.isInRange(DjangoTime.parse("9999-12-31T23:00").orElseThrow()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T10:00:00+02:00,2024-01-15T10:00:00+02:00",
        "2024-01-15T10:00:00.5Z,2024-01-15T10:00:00.5Z",
        "2024-01-15T10:00:00+23:59,2024-01-14T10:01:00Z",
        "2024-01-15 10:00,2024-01-15T10:00:00Z"
    })
    void changes_the_notation_only_if_java_does_not_read_it(String text, String normalized) {
        assertThat(DjangoTime.normalized(text, DjangoTime.parse(text).orElseThrow()))
                .isEqualTo(normalized);
    }
}
