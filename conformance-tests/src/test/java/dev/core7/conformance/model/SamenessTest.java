package dev.core7.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.contract.Schema;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamenessTest {
    private static boolean isSame(String known, String shown, String format) throws Json.NotJsonException {
        Optional<Schema> schema =
                format.isEmpty() ? Optional.empty() : Optional.of(Schema.document(Map.of("format", format)));
        return Sameness.of(Json.parse(known), Json.parse(shown), schema);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\" a \"|\"a\"|~~",
                "1|1.0|~~",
                "null|null|~~",
                "{\"a\": 1, \"b\": null}|{\"a\": 1}|~~",
                "{\"a\": [{\"b\": false}]}|{\"a\": [{\"b\": false, \"more\": 1}]}|~~",
                "\"2026-02-03T05:06:07+01:00\"|\"2026-02-03T04:06:07Z\"|date-time",
                "\"2026-02-03T04:06:07.123456Z\"|\"2026-02-03T04:06:07.123Z\"|date-time",
                "\"2026-02-03T04:06:07.9Z\"|\"2026-02-03T04:06:07Z\"|date-time",
                "\"095BE615-a8ad-4c33-8e9c-c7612fbf6c9f\"|\"095be615-a8ad-4c33-8e9c-c7612fbf6c9f\"|uuid"
            })
    void accepts_what_says_the_same(String known, String shown, String format) throws Json.NotJsonException {
        assertThat(isSame(known, shown, format)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\"|\"A\"|~~",
                "\"\"|null|~~",
                "false|null|~~",
                "0|null|~~",
                "0|false|~~",
                "null|\"\"|~~",
                "[1, 2]|[2, 1]|~~",
                "[1]|[1, 2]|~~",
                "{\"a\": false}|{}|~~",
                "{\"a\": [{\"b\": 1}]}|{\"a\": []}|~~",
                "\"2026-02-03T05:06:07+01:00\"|\"2026-02-03T05:06:07Z\"|date-time",
                "\"2026-02-03T05:06:07Z\"|\"2026-02-03T05:06:08Z\"|date-time",
                "\"2026-02-03T05:06:07.4Z\"|\"2026-02-03T05:06:07.5Z\"|date-time",
                "\"2026-02-03T05:06:07+01:00\"|\"2026-02-03T04:06:07Z\"|~~"
            })
    void tells_what_differs(String known, String shown, String format) throws Json.NotJsonException {
        assertThat(isSame(known, shown, format)).isFalse();
    }
}
