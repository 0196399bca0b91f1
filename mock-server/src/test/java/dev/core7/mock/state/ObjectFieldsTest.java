package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05.123456789Z,2026-01-02T03:04:05.123456Z",
        "2026-01-02T03:04:05.120Z,2026-01-02T03:04:05.120000Z",
        "2026-01-02T03:04:05.000000999Z,2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05Z,2026-01-02T03:04:05Z"
    })
    void time_has_six_fractional_digits_or_none(Instant time, String text) {
        assertThat(ObjectFields.text(time)).isEqualTo(text);
    }
}
