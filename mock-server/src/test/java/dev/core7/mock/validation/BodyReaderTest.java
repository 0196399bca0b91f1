package dev.core7.mock.validation;

import static dev.core7.mock.Refusals.assertNotFound;
import static dev.core7.mock.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.SharedMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyReaderTest extends SharedMock {
    @Test
    void refuses_a_body_that_is_not_json() {
        var response = Client.withAllScopes(mock).json("{\"content\": ").send("POST", ANNOTATIONS);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body())
                .startsWith("{\"type\":\"invalid_request\",\"code\":\"parse_error\",\"detail\":\"JSON parse error - ")
                .contains(" at line 1, column ")
                .endsWith("\",\"attr\":null}");
    }

    @Test
    void refuses_a_body_of_plain_text() {
        assertRefused(
                Client.withAllScopes(mock)
                        .header("Content-Type", "text/plain")
                        .body("hello")
                        .send("POST", ANNOTATIONS),
                415,
                "invalid_request",
                "unsupported_media_type",
                "Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void checks_the_object_before_the_body() {
        assertNotFound(Client.withAllScopes(mock).json("{").send("PATCH", COHORTS + "900000000/"), "Not found.");
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,{}",
        "application/json; charset=utf-8,{}",
        "APPLICATION/JSON,{}",
        "application/x-www-form-urlencoded,content=x",
        "multipart/form-data; boundary=b,--b--"
    })
    void accepts_a_body_of_each_media_type_that_posthog_reads(String mediaType, String body) {
        var response = Client.withAllScopes(mock)
                .header("Content-Type", mediaType)
                .body(body)
                .send("POST", ANNOTATIONS);
        assertThat(response.status()).isEqualTo(201);
    }

    @Test
    void accepts_a_write_without_a_body() {
        assertThat(Client.withAllScopes(mock).send("POST", ANNOTATIONS).status())
                .isEqualTo(201);
    }
}
