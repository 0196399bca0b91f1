package dev.core7.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Refusals;
import dev.core7.mock.SharedMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest extends SharedMock {
    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";

    private static Client.Response get(String path, String accept) {
        return Client.withAllScopes(mock).header("Accept", accept).send("GET", path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/csv                                  | text/csv; charset=utf-8
            Text/CSV                                  | text/csv; charset=utf-8
            text/*                                    | text/csv; charset=utf-8
            text/csv, application/json;q=0.5          | text/csv; charset=utf-8
            application/json;q=0, */*                 | text/csv; charset=utf-8
            text/csv;q=0.1, */*;q=0.2                 | application/json
            application/json, text/csv                | application/json
            text/csv, application/json                | application/json
            text/html, application/xml;q=0.9, */*;q=0.8 | application/json
            */*                                       | application/json
            ,                                         | application/json
            """)
    void returns_the_preferred_media_type_and_json_if_several_are_equal(String accept, String contentType) {
        assertThat(get(PERSONS, accept).header("Content-Type")).contains(contentType);
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void query_takes_precedence_over_accept() {
        assertThat(get(PERSONS + "?format=csv", "*/*").header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(get(PERSONS + "?format=json", "text/csv, */*;q=0.1").header("Content-Type"))
                .contains("application/json");
    }

    @Test
    void returns_the_same_csv_as_for_the_query() {
        assertThat(get(PERSONS, "text/csv").body())
                .isEqualTo(get(PERSONS + "?format=csv", "*/*").body());
    }

    @Test
    void returns_csv_of_stored_objects() {
        try (var mock = MockServer.start(
                ContractReader.bundled(), MockOptions.defaults().withState())) {
            var client = Client.withAllScopes(mock);
            var cohort = mock.seedIds("1", "cohorts").get(0);
            String persons = "/api/projects/1/cohorts/" + cohort + "/persons/";
            assertThat(client.header("Accept", "text/csv").send("GET", persons).body())
                    .isEqualTo(client.send("GET", persons + "?format=csv").body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/csv", "application/json;q=0"})
    void refuses_a_request_that_accepts_no_documented_media_type(String accept) {
        var response = get(ANNOTATIONS, accept);
        Refusals.assertRefused(
                response, 406, "invalid_request", "not_acceptable", "Could not satisfy the request Accept header.");
        assertThat(response.header("Kit-Violations"))
                .contains("header Accept: The operation responds only with application/json.");
    }

    @Test
    void is_ignored_if_the_response_has_no_body() {
        var response = Client.withAllScopes(mock)
                .header("Accept", "application/xml")
                .send("DELETE", "/api/projects/1/annotations/7/");
        assertThat(response.status()).isEqualTo(405);
    }
}
