package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String COHORTS = "/api/projects/1/cohorts/";
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(ContractReader.bundled());
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    private static void assertRefused(Client.Answer answer, int status, String type, String code, String detail) {
        assertThat(answer.body())
                .isEqualTo("{\"type\":\"" + type + "\",\"code\":\"" + code + "\",\"detail\":\""
                        + detail.replace("\"", "\\\"") + "\",\"attr\":null}");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("WWW-Authenticate")).isEmpty();
    }

    private static void assertNotFound(Client.Answer answer, String detail) {
        assertRefused(answer, 404, "invalid_request", "not_found", detail);
    }

    private static void assertDenied(Client.Answer answer, String detail) {
        assertRefused(answer, 403, "authentication_error", "permission_denied", detail);
    }

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
    void counts_a_header_of_another_form_as_no_key(String header) {
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
    void reads_the_scheme_as_it_is_written_whatever_came_before_on_the_connection() {
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
    void takes_a_key_from_the_query(String key) {
        assertThat(Client.of(mock)
                        .send("GET", ANNOTATIONS + "?personal_api_key=" + key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void prefers_the_key_of_the_header() {
        var answer = Client.of(mock).key("phx_nobody").send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.*");
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void refuses_a_key_that_lacks_the_scope() {
        assertDenied(
                Client.of(mock).scopes("annotation:read").json("{}").send("POST", ANNOTATIONS),
                "API key missing required scope 'annotation:write'");
    }

    @ParameterizedTest
    @CsvSource({"cohort:read,person:read", "person:read,cohort:read", "comment:read,cohort:read"})
    void names_the_first_scope_that_is_missing(String held, String missing) {
        assertDenied(
                Client.of(mock).scopes(held).send("GET", COHORTS + "7/persons/"),
                "API key missing required scope '" + missing + "'");
    }

    @Test
    void asks_for_the_scope_before_it_says_405() {
        assertDenied(
                Client.of(mock).scopes("annotation:read").send("DELETE", ANNOTATIONS + "7/"),
                "API key missing required scope 'annotation:write'");
    }

    @Test
    void asks_for_the_scope_before_it_looks_for_the_object() {
        assertDenied(
                Client.of(mock).scopes("comment:read").send("GET", ANNOTATIONS + "900000000/"),
                "API key missing required scope 'annotation:read'");
    }

    @Test
    void asks_for_the_scope_before_it_reads_the_body() {
        assertDenied(
                Client.of(mock).scopes("comment:read").json("{").send("POST", ANNOTATIONS),
                "API key missing required scope 'annotation:write'");
    }

    @Test
    void lets_a_write_scope_read() {
        assertThat(Client.of(mock)
                        .scopes("annotation:write")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void lets_a_key_of_all_scopes_do_everything() {
        assertThat(Client.of(mock)
                        .scopes("*")
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
    void lets_a_project_key_into_its_project(String project) {
        var answer = Client.of(mock).key("phx_mock@2.*").send("GET", "/api/projects/" + project + "/annotations/");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void says_that_the_project_is_another_before_that_a_scope_is_missing() {
        assertDenied(
                Client.of(mock).key("phx_mock@2.comment:read").send("GET", ANNOTATIONS),
                "API key does not have access to the requested project: ID 1.");
    }

    @Test
    void refuses_a_project_key_on_a_route_of_an_organization() {
        assertDenied(
                Client.of(mock).key("phx_mock@2.*").send("DELETE", "/api/organizations/@current/roles/r/"),
                "API keys with scoped projects are only supported on project-based endpoints.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000000", "99999999999999999999999", "ffffffff-ffff-ffff-ffff-ffffffffffff", "abc"})
    void knows_no_such_project(String id) {
        assertNotFound(
                Client.of(mock).scopes("comment:read").send("GET", "/api/projects/" + id + "/annotations/"),
                "Project not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"})
    void knows_no_such_organization(String id) {
        assertNotFound(
                Client.of(mock).scopes("*").send("DELETE", "/api/organizations/" + id + "/roles/r/"),
                "Organization not found.");
    }

    @ParameterizedTest
    @CsvSource({
        "annotations,900000000",
        "annotations,abc",
        "cohorts,1.5",
        "cohorts,ffffffff-ffff-ffff-ffff-ffffffffffff"
    })
    void knows_no_such_object(String objects, String id) {
        assertNotFound(
                Client.of(mock).scopes("*").send("GET", "/api/projects/1/" + objects + "/" + id + "/"), "Not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"900000001", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"})
    void knows_no_such_role(String id) {
        assertNotFound(
                Client.of(mock).scopes("*").send("DELETE", "/api/organizations/@current/roles/" + id + "/"),
                "Not found.");
    }

    @Test
    void knows_the_number_before_the_first_unknown_one() {
        assertThat(Client.of(mock)
                        .scopes("*")
                        .send("GET", ANNOTATIONS + "899999999/")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void says_nothing_about_an_unknown_cohort_where_the_contract_has_no_words_for_it() {
        var answer = Client.of(mock).scopes("activity_log:read").send("GET", COHORTS + "900000000/activity/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Type")).isEmpty();
    }

    @Test
    void looks_for_no_object_where_the_answer_is_405_anyway() {
        var answer = Client.of(mock).scopes("cohort:write").send("DELETE", COHORTS + "900000000/");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,7/add_persons_to_static_cohort/,'PATCH, OPTIONS'",
        "DELETE,activity/,'GET, HEAD, OPTIONS'",
        "PUT,'','GET, POST, HEAD, OPTIONS'",
        "POST,7/,'GET, PATCH, DELETE, HEAD, OPTIONS'",
        "HEAD,7/add_persons_to_static_cohort/,'PATCH, OPTIONS'"
    })
    void refuses_a_method_that_a_path_does_not_offer(String method, String below, String allow) {
        var answer = Client.of(mock).scopes("cohort:read").send(method, COHORTS + below);
        assertThat(answer.header("Allow")).contains(allow);
        assertThat(answer.status()).isEqualTo(405);
        if (!method.equals("HEAD")) {
            assertRefused(
                    answer, 405, "invalid_request", "method_not_allowed", "Method \"" + method + "\" not allowed.");
        }
    }

    @Test
    void asks_for_a_key_before_it_says_that_a_method_is_not_offered() {
        assertThat(Client.of(mock).send("PUT", COHORTS).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/",
                "/api/projects/1/unicorns/",
                "/api/projects/1//annotations/",
                "/api/projects//annotations/"
            })
    void knows_no_such_path_whether_or_not_a_key_is_given(String path) {
        for (var client : List.of(Client.of(mock), Client.of(mock).scopes("*"))) {
            var answer = client.send("GET", path);
            assertThat(answer.body())
                    .isEqualTo("{\"type\":\"invalid_request\",\"code\":\"not_found\","
                            + "\"detail\":\"Endpoint not found.\",\"attr\":null}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
        }
    }

    @Test
    void refuses_a_body_that_is_not_json() {
        var answer = Client.of(mock).scopes("*").json("{\"content\": ").send("POST", ANNOTATIONS);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body())
                .startsWith("{\"type\":\"invalid_request\",\"code\":\"parse_error\",\"detail\":\"JSON parse error - ")
                .contains(" at line 1, column ")
                .endsWith("\",\"attr\":null}");
    }

    @Test
    void refuses_a_body_of_plain_text() {
        assertRefused(
                Client.of(mock)
                        .scopes("*")
                        .header("Content-Type", "text/plain")
                        .body("hello")
                        .send("POST", ANNOTATIONS),
                415,
                "invalid_request",
                "unsupported_media_type",
                "Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void looks_for_the_object_before_it_reads_the_body() {
        assertNotFound(Client.of(mock).scopes("*").json("{").send("PATCH", COHORTS + "900000000/"), "Not found.");
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
        var answer = Client.of(mock)
                .scopes("*")
                .header("Content-Type", mediaType)
                .body(body)
                .send("POST", ANNOTATIONS);
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void accepts_a_write_without_a_body() {
        assertThat(Client.of(mock).scopes("*").send("POST", ANNOTATIONS).status())
                .isEqualTo(201);
    }

    @Test
    void tells_the_methods_of_a_path_without_a_key() {
        var answer = Client.of(mock).send("OPTIONS", COHORTS + "7/");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET, PATCH, DELETE, HEAD, OPTIONS");
    }

    @Test
    void answers_a_browser_that_asks_first() {
        var answer = Client.of(mock)
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .send("OPTIONS", COHORTS + "7/");
        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isPresent();
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("PATCH");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow()).containsIgnoringCase("authorization");
    }
}
