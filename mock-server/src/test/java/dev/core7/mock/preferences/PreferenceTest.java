package dev.core7.mock.preferences;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.Project;
import dev.core7.mock.SharedMock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest extends SharedMock {
    @BeforeAll
    static void startWithState() {
        restart(MockOptions.defaults().withState());
    }

    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";

    private static Client preferring(String preference) {
        return Client.withAllScopes(mock).header("Prefer", preference);
    }

    private static Client.Response get(String preference) {
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
        "503,server_error,database_unavailable"
    })
    void responds_with_a_preferred_error_as_posthog_does(int status, String type, String code) {
        var response = get("code=" + status);
        assertThat(response.status()).isEqualTo(status);
        assertThat(Project.fields(response.json())).containsEntry("type", type).containsEntry("code", code);
        assertThat(response.header("Retry-After").isPresent()).isEqualTo(status == 429 || status == 503);
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void throttling_error_has_retry_after_as_in_posthog() {
        assertThat(get("code=429").header("Retry-After")).contains("60");
        assertThat(Project.fields(get("code=429").json()))
                .containsEntry("detail", "Request was throttled. Expected available in 60 seconds.");
    }

    @Test
    void responds_with_a_documented_error_as_documented() {
        var response = preferring("code=404").send("GET", "/api/projects/1/cohorts/7/activity/");
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void request_has_no_effect_if_an_error_is_preferred() {
        var before = new Project(mock, "1").get("annotations/").get("count");
        preferring("code=500").json("{\"content\": \"x\"}").send("POST", ANNOTATIONS);
        assertThat(new Project(mock, "1").get("annotations/")).containsEntry("count", before);
    }

    @Test
    void responds_with_an_example_by_name() {
        var csv = preferring("example=posthog").send("GET", PERSONS);
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(get("example=page").body()).startsWith("{\"count\":123,");
        var refused = get("code=403, example=\"posthog\"");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("missing required scope");
    }

    @Test
    void delays_the_usual_response_as_preferred() {
        long start = System.nanoTime();
        var response = get("delay=250");
        assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(250);
        assertThat(response.body())
                .isEqualTo(Client.withAllScopes(mock).send("GET", ANNOTATIONS).body());
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "empty", "garbage"})
    void breaks_the_connection_as_preferred(String fault) {
        assertThatThrownBy(() -> get("fault=" + fault)).hasCauseInstanceOf(IOException.class);
        assertThat(mock.wireMock()
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
    void slow_body_arrives_in_several_parts() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + ANNOTATIONS))
                .header("Authorization", "Bearer " + mock.key("*"))
                .header("Prefer", "fault=slow-body")
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        long length = response.headers().firstValueAsLong("Content-Length").orElseThrow();
        try (var body = response.body()) {
            assertThat(body.read(new byte[(int) length])).isBetween(1, (int) length - 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "return=minimal,Prefer return: The mock supports only code",
        "respond-async,Prefer respond-async: The mock supports only code",
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
    void reports_a_preference_that_it_cannot_follow(String preference, String message) {
        var response = get(preference);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Kit-Violations").orElseThrow()).startsWith(message);
    }

    @Test
    void checks_the_key_first() {
        assertThat(Client.of(mock)
                        .header("Prefer", "code=500")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void reports_violations_regardless_of_preferences() {
        var response = preferring("code=500").send("GET", ANNOTATIONS + "?limit=many");
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.header("Kit-Violations").orElseThrow()).startsWith("query limit: ");
    }

    @Test
    void user_stub_takes_precedence() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(get("code=500").body()).isEqualTo("mine");
    }
}
