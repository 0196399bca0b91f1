package dev.core7.mock;

import static dev.core7.mock.Refusals.assertNotFound;
import static dev.core7.mock.Refusals.assertRefused;
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
