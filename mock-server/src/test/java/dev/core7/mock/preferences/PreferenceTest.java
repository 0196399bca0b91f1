package dev.core7.mock.preferences;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";
    private static final MockServer MOCK =
            MockServer.start(ContractReader.bundled(), MockOptions.defaults().withState());

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @AfterEach
    void reset() {
        MOCK.wireMock().resetAll();
        MOCK.reset();
    }

    private static Client preferring(String preference) {
        return Client.of(MOCK).scopes("*").header("Prefer", preference);
    }

    private static Client.Answer get(String preference) {
        return preferring(preference).send("GET", ANNOTATIONS);
    }

    @ParameterizedTest
    @CsvSource({
        "400,validation_error,invalid_input",
        "401,authentication_error,not_authenticated",
        "403,authentication_error,permission_denied",
        "404,invalid_request,not_found",
        "409,invalid_request,error",
        "429,throttled_error,throttled",
        "500,server_error,error",
        "503,server_error,error"
    })
    void answers_a_preferred_error_in_posthogs_words(int status, String type, String code) {
        var answer = get("code=" + status);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(Project.fields(answer.json())).containsEntry("type", type).containsEntry("code", code);
        assertThat(answer.header("Retry-After").isPresent()).isEqualTo(status == 429);
        assertThat(MOCK.violations()).isEmpty();
    }

    @Test
    void says_when_to_come_back_as_posthog_does() {
        assertThat(get("code=429").header("Retry-After")).contains("60");
        assertThat(Project.fields(get("code=429").json()))
                .containsEntry("detail", "Request was throttled. Expected available in 60 seconds.");
    }

    @Test
    void answers_a_documented_error_as_documented() {
        var answer = preferring("code=404").send("GET", "/api/projects/1/cohorts/7/activity/");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void does_nothing_where_an_error_is_preferred() {
        var before = new Project(MOCK, "1").get("annotations/").get("count");
        preferring("code=500").json("{\"content\": \"x\"}").send("POST", ANNOTATIONS);
        assertThat(new Project(MOCK, "1").get("annotations/")).containsEntry("count", before);
    }

    @Test
    void answers_an_example_by_its_name() {
        var csv = preferring("example=posthog").send("GET", PERSONS);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(get("example=page").body()).startsWith("{\"count\":123,");
        var refused = get("code=403, example=\"posthog\"");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("missing required scope");
    }

    @Test
    void waits_as_long_as_preferred_and_answers_as_usual() {
        long start = System.nanoTime();
        var answer = get("delay=250");
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(250);
        assertThat(answer.body())
                .isEqualTo(Client.of(MOCK).scopes("*").send("GET", ANNOTATIONS).body());
        assertThat(MOCK.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "empty", "garbage"})
    void breaks_the_connection_as_preferred(String fault) {
        assertThatThrownBy(() -> get("fault=" + fault)).hasCauseInstanceOf(IOException.class);
        assertThat(MOCK.wireMock()
                        .getAllServeEvents()
                        .get(0)
                        .getResponseDefinition()
                        .getFault())
                .isEqualTo(Map.of(
                                "reset", Fault.CONNECTION_RESET_BY_PEER,
                                "empty", Fault.EMPTY_RESPONSE,
                                "garbage", Fault.RANDOM_DATA_THEN_CLOSE)
                        .get(fault));
    }

    @Test
    void lets_the_first_bytes_of_a_slow_body_arrive_long_before_the_last() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(MOCK.url() + ANNOTATIONS))
                .header("Authorization", "Bearer " + MOCK.key("*"))
                .header("Prefer", "fault=slow-body")
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        long length = answer.headers().firstValueAsLong("Content-Length").orElseThrow();
        try (var body = answer.body()) {
            assertThat(body.read(new byte[(int) length])).isBetween(1, (int) length - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "return=minimal,Prefer return: The mock knows code",
        "respond-async,Prefer respond-async: The mock knows code",
        "code=abc,Prefer code: \"abc\" is neither",
        "code=204,Prefer code: \"204\" is neither",
        "code=99999999999,Prefer code: \"99999999999\" is neither",
        "example=none,Prefer example: The operation has no example",
        "delay=60001,Prefer delay: Expected 0 to 60000",
        "delay=-1,Prefer delay: Expected 0 to 60000",
        "fault=explode,'Prefer fault: Expected reset, empty, garbage, slow-body or none.'",
        "dynamic=yes,Prefer dynamic: Expected true or false.",
        "seed=one,Prefer seed: Expected a whole number",
        "chance=150%,Prefer chance: Expected 0% to 100%.",
        "delay=300-100,Prefer delay: Expected 0 to 60000",
        "delay=100-60001,Prefer delay: Expected 0 to 60000",
        "delay=90~x,Prefer delay: Expected 0 to 60000"
    })
    void tells_a_preference_that_it_does_not_follow_and_answers_as_usual(String preference, String told) {
        var answer = get(preference);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Kit-Violations").orElseThrow()).startsWith(told);
    }

    @Test
    void asks_for_the_key_first() {
        assertThat(Client.of(MOCK)
                        .header("Prefer", "code=500")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tells_what_is_wrong_with_a_request_whatever_it_prefers() {
        var answer = preferring("code=500").send("GET", ANNOTATIONS + "?limit=many");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Kit-Violations").orElseThrow()).startsWith("query limit: ");
    }

    @Test
    void leaves_the_last_word_to_a_stub_of_the_user() {
        MOCK.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(get("code=500").body()).isEqualTo("mine");
    }
}
