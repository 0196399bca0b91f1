package dev.core7.mock;

import static dev.core7.mock.Refusals.assertNotFound;
import static dev.core7.mock.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest extends SharedMock {
    @ParameterizedTest
    @ValueSource(strings = {"900000000", "99999999999999999999999", "ffffffff-ffff-ffff-ffff-ffffffffffff", "abc"})
    void unknown_project_is_not_found(String id) {
        assertNotFound(
                Client.of(mock).scopes("comment:read").send("GET", "/api/projects/" + id + "/annotations/"),
                "Project not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"})
    void unknown_organization_is_not_found(String id) {
        assertNotFound(
                Client.withAllScopes(mock).send("DELETE", "/api/organizations/" + id + "/roles/r/"),
                "Organization not found.");
    }

    @ParameterizedTest
    @CsvSource({
        "annotations,900000000",
        "annotations,abc",
        "cohorts,1.5",
        "cohorts,ffffffff-ffff-ffff-ffff-ffffffffffff"
    })
    void unknown_object_is_not_found(String objects, String id) {
        assertNotFound(
                Client.withAllScopes(mock).send("GET", "/api/projects/1/" + objects + "/" + id + "/"), "Not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000001", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"})
    void unknown_role_is_not_found(String id) {
        assertNotFound(
                Client.withAllScopes(mock).send("DELETE", "/api/organizations/@current/roles/" + id + "/"),
                "Not found.");
    }

    @Test
    void last_known_number_is_found() {
        assertThat(Client.withAllScopes(mock)
                        .send("GET", ANNOTATIONS + "899999999/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void response_404_has_no_body_if_none_is_documented() {
        var response = Client.of(mock).scopes("activity_log:read").send("GET", COHORTS + "900000000/activity/");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Content-Type")).isEmpty();
    }

    @Test
    void documented_405_precedes_the_lookup_of_the_object() {
        var response = Client.of(mock).scopes("cohort:write").send("DELETE", COHORTS + "900000000/");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,7/add_persons_to_static_cohort/,'PATCH, OPTIONS'",
        "DELETE,activity/,'GET, HEAD, OPTIONS'",
        "HEAD,7/add_persons_to_static_cohort/,'PATCH, OPTIONS'"
    })
    void refuses_a_method_that_an_action_does_not_allow(String method, String below, String allow) {
        var response = Client.of(mock).scopes("cohort:read").send(method, COHORTS + below);
        assertThat(response.header("Allow")).contains(allow);
        assertThat(response.status()).isEqualTo(405);
        if (!method.equals("HEAD")) {
            assertRefused(
                    response, 405, "invalid_request", "method_not_allowed", "Method \"" + method + "\" not allowed.");
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETE,'','GET, POST, HEAD, OPTIONS'", "POST,7/,'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'"})
    void refuses_every_key_for_a_method_that_a_collection_or_object_does_not_allow(
            String method, String below, String allow) {
        var response = Client.withAllScopes(mock).send(method, COHORTS + below);
        assertThat(response.header("Allow")).contains(allow);
        assertRefused(
                response,
                403,
                "authentication_error",
                "permission_denied",
                "This action does not support personal API key access");
    }

    @Test
    void checks_the_key_before_the_method() {
        assertThat(Client.of(mock).send("PUT", COHORTS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/",
                "/api/projects/1/unicorns/",
                "/api/projects/1//annotations/",
                "/api/projects//annotations/"
            })
    void unknown_path_is_not_found_with_or_without_a_key(String path) {
        for (var client : List.of(Client.of(mock), Client.withAllScopes(mock))) {
            var response = client.send("GET", path);
            assertThat(response.body())
                    .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"not_found\","
                            + "\"detail\":\"Endpoint not found.\",\"attr\":null}");
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.header("Content-Type").orElseThrow()).startsWith("application/json");
        }
    }

    @Test
    void options_needs_the_read_scope() {
        assertThat(Client.of(mock).send("OPTIONS", COHORTS + "7/").status()).isEqualTo(401);
        assertThat(Client.of(mock)
                        .scopes("annotation:read")
                        .send("OPTIONS", COHORTS + "7/")
                        .status())
                .isEqualTo(403);
        var response = Client.of(mock).scopes("cohort:read").send("OPTIONS", COHORTS + "7/");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Allow")).contains("GET, PUT, PATCH, DELETE, HEAD, OPTIONS");
        assertThat(Project.fields(response.json()))
                .containsEntry("renders", List.of("application/json"))
                .containsKeys("name", "description", "parses");
    }

    @Test
    void accepts_cors_preflight_requests() {
        var response = Client.of(mock)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", COHORTS + "7/");
        assertThat(response.status()).isBetween(200, 204);
        assertThat(response.header("Access-Control-Allow-Origin")).isPresent();
        assertThat(response.header("Access-Control-Allow-Methods").orElseThrow())
                .contains("PATCH");
        assertThat(response.header("Access-Control-Allow-Headers").orElseThrow())
                .containsIgnoringCase("authorization");
    }
}
