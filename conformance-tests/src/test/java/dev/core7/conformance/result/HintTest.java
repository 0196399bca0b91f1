package dev.core7.conformance.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.contract.ContractReader;
import dev.core7.contract.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {
    private static List<Hint> hints(int status, String sent, String received) {
        var operation =
                ContractReader.bundled().operation("annotations_retrieve").orElseThrow();
        var documented = Case.of(operation, "documented", new Purpose.Documented(MediaType.JSON), null);
        var request = new Request("GET", "/api/projects/1/annotations/5/", Map.of(), sent, null, "");
        var bytes = received.getBytes(StandardCharsets.UTF_8);
        return Hint.of(List.of(
                new Exchange(documented, request, new Response(status, Map.of(), bytes, false, Duration.ZERO))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stack trace|Traceback (most recent call last)",
                "stack trace|at dev.core7.Server.main(Server.java:12)",
                "stack trace|at handle (/app/server.js:10:5)",
                "SQL text|SELECT id FROM posthog_cohort",
                "SQL text|psycopg.errors.UndefinedColumn",
                "file path|/usr/src/app/views.py",
            })
    void an_error_that_shows_internals_is_a_hint(String kind, String text) {
        assertThat(hints(500, "{}", "Oops: " + text + " !"))
                .extracting(Hint::kind)
                .contains(kind);
        assertThat(hints(200, "{}", "{\"content\": \"" + text + "\"}")).isEmpty();
    }

    @Test
    void what_the_run_sent_is_no_hint() {
        assertThat(hints(400, "{\"content\": \"SELECT id FROM x\"}", "{\"detail\": \"bad: SELECT id FROM x\"}"))
                .isEmpty();
        assertThat(hints(400, "{}", "{\"detail\": \"Select a project from the list, see /usr/share\"}"))
                .isEmpty();
    }

    @Test
    void a_field_that_is_named_like_a_secret_is_a_hint_without_its_value() {
        assertThat(hints(200, "{}", "{\"created_by\": {\"password\": \"hash\"}, \"properties\": {\"token\": \"x\"}}"))
                .containsExactly(
                        new Hint("secret", "the field created_by.password", "GET /api/projects/1/annotations/5/"));
        assertThat(hints(200, "{}", "{\"password\": null, \"token\": \"\"}")).isEmpty();
    }

    @Test
    void a_value_that_the_contract_does_not_list_is_a_hint() {
        assertThat(hints(200, "{}", "{\"scope\": \"experiment\", \"creation_type\": \"USR\"}"))
                .containsExactly(new Hint("unknown value", "scope: experiment", "GET /api/projects/1/annotations/5/"));
    }
}
