package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.validation.Validation;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What mocks that read an OpenAPI document were seen to get wrong, one claim each: Prism 5.16, Mockoon 9.9, Scalar 0.14,
 * openapi-backend 5.21, Specmatic 2.55. Other tests say more of most of them.
 */
class KnownPitfallsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final MockServer MOCK = MockServer.start(CONTRACT);

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @AfterEach
    void reset() {
        MOCK.wireMock().resetAll();
        MOCK.reset();
    }

    private static Client allowed() {
        return Client.of(MOCK).scopes("*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"content\": \"a\"", "nonsense", "[1,"})
    void a_malformed_body_is_answered_and_with_400(String body) {
        assertThat(allowed().json(body).send("POST", ANNOTATIONS).status()).isEqualTo(400);
    }

    @Test
    void an_operation_that_only_refuses_is_answered_with_its_refusal() {
        assertThat(allowed().send("DELETE", ANNOTATIONS + "7/").status()).isEqualTo(405);
    }

    @Test
    void not_every_text_is_a_key() {
        assertThat(Client.of(MOCK).key("anything").send("GET", ANNOTATIONS).status())
                .isEqualTo(401);
    }

    @Test
    void a_key_is_held_to_its_scopes() {
        assertThat(Client.of(MOCK)
                        .scopes("cohort:read")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_error_says_in_the_words_of_the_api_which_field_was_wrong() {
        var answer = allowed().json("{\"date_marker\": \"soon\"}").send("POST", ANNOTATIONS);
        assertThat(Project.fields(answer.json()))
                .containsEntry("type", "validation_error")
                .containsEntry("attr", "date_marker");
    }

    @Test
    void a_body_of_another_media_type_is_not_taken_unread() {
        var answer = allowed().header("Content-Type", "text/plain").body("{}").send("POST", ANNOTATIONS);
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void the_example_of_the_page_is_given_where_no_data_are_asked_for() {
        var page =
                CONTRACT.operation("annotations_list").orElseThrow().success().json();
        assertThat(allowed().send("GET", ANNOTATIONS).json())
                .isEqualTo(page.orElseThrow().examples().get(0).value());
    }

    @Test
    void a_slash_at_the_end_may_be_missing() {
        assertThat(allowed().send("GET", ANNOTATIONS.replaceFirst("/$", "")).status())
                .isEqualTo(200);
    }

    @Test
    void a_browser_may_ask_first_without_a_key_and_may_send_preferences() {
        var answer = Client.of(MOCK)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,prefer")
                .send("OPTIONS", ANNOTATIONS);
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).containsIgnoringCase("prefer");
        assertThat(MOCK.violations()).isEmpty();
    }

    @Test
    void a_script_in_a_browser_reads_what_was_wrong() {
        var answer = allowed().header("Origin", "https://app.example.com").send("GET", ANNOTATIONS + "?limit=many");
        assertThat(answer.header("Access-Control-Allow-Origin")).isPresent();
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Kit-Violations");
    }

    @Test
    void a_preference_is_no_part_of_the_request_that_is_judged() {
        allowed().header("Prefer", "code=404, delay=0").send("GET", ANNOTATIONS + "?limit=5");
        assertThat(MOCK.violations()).isEmpty();
    }

    @Test
    void what_breaks_the_contract_may_be_told_only_or_not_at_all() {
        for (var validation : Set.of(Validation.WARN, Validation.OFF)) {
            try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withValidation(validation))) {
                assertThat(Client.of(mock)
                                .scopes("*")
                                .json("{")
                                .send("POST", ANNOTATIONS)
                                .status())
                        .isEqualTo(201);
            }
        }
    }

    @Test
    void answers_may_be_late() {
        allowed().header("Prefer", "delay=1-2").send("GET", ANNOTATIONS);
        assertThat(MOCK.wireMock()
                        .getAllServeEvents()
                        .get(0)
                        .getResponseDefinition()
                        .getDelayDistribution())
                .isNotNull();
    }

    @Test
    void what_is_created_can_be_kept_without_scripts() {
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            var client = Client.of(mock).scopes("*");
            var made = client.json("{\"content\": \"kept\"}").send("POST", ANNOTATIONS);
            var found =
                    client.send("GET", ANNOTATIONS + Project.fields(made.json()).get("id") + "/");
            assertThat(Project.fields(found.json())).containsEntry("content", "kept");
        }
    }

    @Test
    void what_nobody_called_is_listed_as_in_wiremock() {
        allowed().send("GET", ANNOTATIONS);
        var unmatched =
                Client.of(MOCK).send("GET", "/__admin/mappings/unmatched").body();
        assertThat(unmatched).contains("cohorts_list").doesNotContain("\"annotations_list\"");
    }

    @Test
    void memory_is_bounded_by_remembering_the_last_thousand_requests() {
        for (int i = 0; i < 1_010; i++) {
            Client.of(MOCK).send("GET", ANNOTATIONS);
        }
        assertThat(MOCK.wireMock().getAllServeEvents()).hasSize(1_000);
    }
}
