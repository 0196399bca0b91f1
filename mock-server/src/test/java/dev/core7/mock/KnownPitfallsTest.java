package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.validation.Validation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Known defects of other mocks for OpenAPI documents, one per test: Prism 5.16, Mockoon 9.9, Scalar 0.14,
 * openapi-backend 5.21, Specmatic 2.55. Other tests cover most of these features in detail.
 */
class KnownPitfallsTest extends SharedMock {

    private static Client allowed() {
        return Client.withAllScopes(mock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"content\": \"a\"", "nonsense", "[1,"})
    void malformed_body_gets_400(String body) {
        assertThat(allowed().json(body).send("POST", ANNOTATIONS).status()).isEqualTo(400);
    }

    @Test
    void operation_that_always_refuses_responds_as_documented() {
        assertThat(allowed().send("DELETE", ANNOTATIONS + "7/").status()).isEqualTo(405);
    }

    @Test
    void invalid_key_is_refused() {
        assertThat(Client.of(mock).key("anything").send("GET", ANNOTATIONS).status())
                .isEqualTo(401);
    }

    @Test
    void scopes_are_checked() {
        assertThat(Client.of(mock)
                        .scopes("cohort:read")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void error_names_the_wrong_field_in_the_form_of_the_api() {
        var response = allowed().json("{\"date_marker\": \"soon\"}").send("POST", ANNOTATIONS);
        assertThat(Project.fields(response.json()))
                .containsEntry("type", "validation_error")
                .containsEntry("attr", "date_marker");
    }

    @Test
    void body_of_another_media_type_is_refused() {
        var response = allowed().header("Content-Type", "text/plain").body("{}").send("POST", ANNOTATIONS);
        assertThat(response.status()).isEqualTo(415);
    }

    @Test
    void example_is_returned_unless_generated_data_are_preferred() {
        var page =
                CONTRACT.operation("annotations_list").orElseThrow().success().json();
        assertThat(allowed().send("GET", ANNOTATIONS).json())
                .isEqualTo(Replayed.of(
                        page.orElseThrow().examples().get(0).value(),
                        mock.url() + ANNOTATIONS + "?limit=100&offset=400",
                        mock.url() + ANNOTATIONS + "?limit=100&offset=200"));
    }

    @Test
    void trailing_slash_is_optional() {
        assertThat(allowed().send("GET", ANNOTATIONS.replaceFirst("/$", "")).status())
                .isEqualTo(200);
    }

    @Test
    void cors_preflight_needs_no_key_and_allows_the_prefer_header() {
        var response = Client.of(mock)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,prefer")
                .send("OPTIONS", ANNOTATIONS);
        assertThat(response.status()).isBetween(200, 204);
        assertThat(response.header("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("prefer");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void scripts_in_browsers_can_read_violations() {
        var response = allowed().header("Origin", "https://app.example.com").send("GET", ANNOTATIONS + "?limit=many");
        assertThat(response.header("Access-Control-Allow-Origin")).isPresent();
        assertThat(response.header("Access-Control-Expose-Headers")).contains("Kit-Violations");
    }

    @Test
    void preference_is_not_a_violation() {
        allowed().header("Prefer", "code=404, delay=0").send("GET", ANNOTATIONS + "?limit=5");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void validation_can_be_reduced_or_disabled() {
        for (var validation : Set.of(Validation.WARN, Validation.OFF)) {
            try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withValidation(validation))) {
                assertThat(Client.withAllScopes(mock)
                                .json("{")
                                .send("POST", ANNOTATIONS)
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void responses_can_be_delayed() {
        allowed().header("Prefer", "delay=1-2").send("GET", ANNOTATIONS);
        assertThat(mock.wireMock()
                        .getAllServeEvents()
                        .get(0)
                        .getResponseDefinition()
                        .getDelayDistribution())
                .isNotNull();
    }

    @Test
    void created_objects_can_be_stored_without_scripts() {
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            var client = Client.withAllScopes(mock);
            var made = client.json("{\"content\": \"kept\"}").send("POST", ANNOTATIONS);
            var found =
                    client.send("GET", ANNOTATIONS + Project.fields(made.json()).get("id") + "/");
            assertThat(Project.fields(found.json())).containsEntry("content", "kept");
        }
    }

    @Test
    void unused_stubs_are_listed_as_in_wiremock() {
        allowed().send("GET", ANNOTATIONS);
        var unmatched =
                Client.of(mock).send("GET", "/__admin/mappings/unmatched").body();
        assertThat(unmatched).contains("cohorts_list").doesNotContain("\"annotations_list\"");
    }

    @Test
    void journal_holds_the_last_thousand_requests() {
        for (int i = 0; i < 1_010; i++) {
            Client.of(mock).send("GET", ANNOTATIONS);
        }
        assertThat(mock.wireMock().getAllServeEvents()).hasSize(1_000);
    }
}
