package dev.core7.mock.auth;

import static dev.core7.mock.Refusals.assertDenied;
import static dev.core7.mock.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.SharedMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyGuardTest extends SharedMock {
    @Test
    void refuses_a_request_without_a_key() {
        assertRefused(
                Client.of(mock).send("GET", ANNOTATIONS),
                401,
                "authentication_error",
                "not_authenticated",
                "Authentication credentials were not provided.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token phx_mock.*", "bearer phx_mock.*", "Bearer", "Bearer x", "phx_mock.*"})
    void treats_a_header_of_another_form_as_no_key(String header) {
        assertRefused(
                Client.of(mock).header("Authorization", header).send("GET", ANNOTATIONS),
                401,
                "authentication_error",
                "not_authenticated",
                "Authentication credentials were not provided.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "phx_nobody",
                "phc_project_token",
                "phx_mock.",
                "phx_mock.unicorn:read",
                "phx_mock.annotation:delete",
                "phx_mock.annotation:read+",
                "phx_mock@two.*",
                "phx_mock.* x"
            })
    void refuses_an_unknown_key(String key) {
        assertRefused(
                Client.of(mock).key(key).send("GET", ANNOTATIONS),
                401,
                "authentication_error",
                "authentication_failed",
                "Personal API key found in request Authorization header is invalid.");
    }

    @Test
    void compares_the_scheme_case_sensitively_regardless_of_earlier_requests() {
        for (int i = 0; i < 3; i++) {
            assertThat(Client.of(mock)
                            .key("phx_mock.*")
                            .send("GET", ANNOTATIONS)
                            .status())
                    .isEqualTo(200);
            assertThat(Client.of(mock)
                            .header("Authorization", "bearer phx_mock.*")
                            .send("GET", ANNOTATIONS)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void refuses_an_unknown_key_in_the_query() {
        assertRefused(
                Client.of(mock).send("GET", ANNOTATIONS + "?personal_api_key=phx_nobody"),
                401,
                "authentication_error",
                "authentication_failed",
                "Personal API key found in request query string is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phx_mock.annotation:read", "phx_mock.annotation:read+cohort:read", "phx_mock.*"})
    void accepts_a_key_in_the_query(String key) {
        assertThat(Client.of(mock)
                        .send("GET", ANNOTATIONS + "?personal_api_key=" + key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void prefers_the_key_in_the_header() {
        var response = Client.of(mock).key("phx_nobody").send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.*");
        assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void refuses_a_key_that_lacks_the_scope() {
        assertDenied(
                Client.of(mock).scopes("annotation:read").json("{}").send("POST", ANNOTATIONS),
                "API key missing required scope 'annotation:write'");
    }

    @ParameterizedTest
    @CsvSource({"cohort:read,person:read", "person:read,cohort:read", "comment:read,cohort:read"})
    void names_the_first_missing_scope(String held, String missing) {
        assertDenied(
                Client.of(mock).scopes(held).send("GET", COHORTS + "7/persons/"),
                "API key missing required scope '" + missing + "'");
    }

    @Test
    void checks_the_scope_before_the_method() {
        assertDenied(
                Client.of(mock).scopes("annotation:read").send("DELETE", ANNOTATIONS + "7/"),
                "API key missing required scope 'annotation:write'");
    }

    @Test
    void checks_the_scope_before_the_object() {
        assertDenied(
                Client.of(mock).scopes("comment:read").send("GET", ANNOTATIONS + "900000000/"),
                "API key missing required scope 'annotation:read'");
    }

    @Test
    void checks_the_scope_before_the_body() {
        assertDenied(
                Client.of(mock).scopes("comment:read").json("{").send("POST", ANNOTATIONS),
                "API key missing required scope 'annotation:write'");
    }

    @Test
    void write_scope_includes_read() {
        assertThat(Client.of(mock)
                        .scopes("annotation:write")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void key_for_all_scopes_permits_everything() {
        assertThat(Client.withAllScopes(mock)
                        .send("GET", COHORTS + "7/persons/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refuses_a_key_of_another_project() {
        assertDenied(
                Client.of(mock).key("phx_mock@2.*").send("GET", ANNOTATIONS),
                "API key does not have access to the requested project: ID 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "@current"})
    void accepts_a_project_key_in_its_project(String project) {
        var response = Client.of(mock).key("phx_mock@2.*").send("GET", "/api/projects/" + project + "/annotations/");
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void checks_the_project_before_the_scope() {
        assertDenied(
                Client.of(mock).key("phx_mock@2.comment:read").send("GET", ANNOTATIONS),
                "API key does not have access to the requested project: ID 1.");
    }

    @Test
    void refuses_a_project_key_on_a_path_without_project() {
        assertDenied(
                Client.of(mock).key("phx_mock@2.*").send("DELETE", "/api/organizations/@current/roles/r/"),
                "API keys with scoped projects are only supported on project-based endpoints.");
    }
}
