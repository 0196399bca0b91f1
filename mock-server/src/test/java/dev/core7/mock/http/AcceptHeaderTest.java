package dev.core7.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Refusals;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";
    private static final MockServer MOCK = MockServer.start(ContractReader.bundled());

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @AfterEach
    void reset() {
        MOCK.reset();
    }

    private static Client.Answer get(String path, String accept) {
        return Client.of(MOCK).scopes("*").header("Accept", accept).send("GET", path);
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
    void gives_the_media_type_that_is_liked_best_and_json_among_equals(String accept, String contentType) {
        assertThat(get(PERSONS, accept).header("Content-Type")).contains(contentType);
        assertThat(MOCK.violations()).isEmpty();
    }

    @Test
    void lets_the_query_name_the_media_type_first() {
        assertThat(get(PERSONS + "?format=csv", "*/*").header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(get(PERSONS + "?format=json", "text/csv, */*;q=0.1").header("Content-Type"))
                .contains("application/json");
    }

    @Test
    void gives_the_csv_that_the_query_gives() {
        assertThat(get(PERSONS, "text/csv").body())
                .isEqualTo(get(PERSONS + "?format=csv", "*/*").body());
    }

    @Test
    void gives_csv_of_what_is_kept() {
        try (var mock = MockServer.start(
                ContractReader.bundled(), MockOptions.defaults().withState())) {
            var client = Client.of(mock).scopes("*");
            var cohort = mock.seeded("1", "cohorts").get(0);
            String persons = "/api/projects/1/cohorts/" + cohort + "/persons/";
            assertThat(client.header("Accept", "text/csv").send("GET", persons).body())
                    .isEqualTo(client.send("GET", persons + "?format=csv").body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/csv", "application/json;q=0"})
    void refuses_as_posthog_does_what_accepts_nothing_that_is_offered(String accept) {
        var answer = get(ANNOTATIONS, accept);
        Refusals.assertRefused(
                answer, 406, "invalid_request", "not_acceptable", "Could not satisfy the request Accept header.");
        assertThat(answer.header("Kit-Violations"))
                .contains("header Accept: The operation answers application/json only.");
    }

    @Test
    void has_no_say_where_there_is_no_body() {
        var answer = Client.of(MOCK)
                .scopes("*")
                .header("Accept", "application/xml")
                .send("DELETE", "/api/projects/1/annotations/7/");
        assertThat(answer.status()).isEqualTo(405);
    }
}
