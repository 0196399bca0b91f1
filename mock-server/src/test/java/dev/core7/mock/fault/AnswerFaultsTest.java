package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerFaultsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Map<String, Fault> FAULTS =
            Faults.of(CONTRACT).stream().collect(Collectors.toMap(Fault::id, fault -> fault));
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String COHORTS = "/api/projects/1/cohorts/";
    private static MockServer mock;
    private static Probes probes;

    @BeforeAll
    static void start() {
        mock = MockServer.start(CONTRACT);
        probes = new Probes(mock, CONTRACT);
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_list/status-replaced/201,201,application/json",
        "annotations_create/status-replaced/200,200,application/json",
        "annotations_create/status-replaced/202,202,application/json",
        "annotations_list/status-replaced/500,500,application/json",
        "annotations_list/status-replaced/204,204,absent",
        "roles_destroy/status-replaced/200,200,absent",
        "annotations_destroy/status-replaced/200,200,absent",
        "annotations_destroy/status-replaced/204,204,absent",
        "annotations_list/media-type-wrong/html,200,text/html",
        "annotations_list/media-type-wrong/plain,200,text/plain",
        "annotations_list/media-type-wrong/none,200,absent",
        "annotations_list/body-not-json/html,200,text/html",
        "annotations_list/body-not-json/html-as-json,200,application/json"
    })
    void a_granted_request_is_answered_with_another_status_or_media_type(String id, int status, String mediaType) {
        var answer = granted(id);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type").orElse("absent")).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_list/body-missing,''",
        "annotations_list/body-not-json/html-as-json,<!DOCTYPE html><title>Welcome</title><p>Please log in.",
        "cohorts_activity_retrieve/observed-body-wrong/empty-list,[]",
        "cohorts_activity_retrieve/observed-body-wrong/empty-object,{}",
        "cohorts_activity_retrieve/observed-body-wrong/text,'\"done\"'"
    })
    void a_granted_request_is_answered_with_another_body(String id, String body) {
        assertThat(granted(id).body()).isEqualTo(body);
    }

    @Test
    void half_of_a_body_is_sent() {
        mock.play(null);
        String whole =
                granted("annotations_list/body-not-json/truncated", false).body();
        assertThat(granted("annotations_list/body-not-json/truncated").body())
                .isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @Test
    void csv_is_called_json_and_json_stays_as_it_is() {
        String path = COHORTS + "7/persons/";
        mock.play(FAULTS.get("cohorts_persons_retrieve/media-type-wrong/text-csv/json"));
        var key = Client.of(mock).scopes("*");
        assertThat(key.send("GET", path + "?format=csv").header("Content-Type")).contains("application/json");
        assertThat(key.send("GET", path + "?format=csv").body()).startsWith("id,email");
        assertThat(key.send("GET", path).body()).startsWith("{\"results\"");
    }

    @Test
    void a_405_does_not_say_what_is_allowed() {
        assertThat(granted("cohorts_destroy/allow-missing").status()).isEqualTo(405);
        assertThat(granted("cohorts_destroy/allow-missing").header("Allow")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_partial_update/bad-input-accepted,200",
        "annotations_partial_update/server-error-on-bad-input,500"
    })
    void a_wrong_body_is_not_refused_as_it_should_be(String id, int status) {
        mock.play(FAULTS.get(id));
        var key = Client.of(mock).scopes("*");
        assertThat(key.json("{").send("PATCH", ANNOTATIONS + "7/").status()).isEqualTo(status);
        assertThat(key.json("{\"deleted\": null}")
                        .send("PATCH", ANNOTATIONS + "7/")
                        .status())
                .isEqualTo(status);
        assertThat(key.json("{}").send("PATCH", ANNOTATIONS + "7/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"cohorts_retrieve/unknown-id-accepted,200", "cohorts_retrieve/unknown-id-500,500"})
    void an_unknown_id_is_not_answered_as_it_should_be(String id, int status) {
        mock.play(FAULTS.get(id));
        var key = Client.of(mock).scopes("*");
        assertThat(key.send("GET", COHORTS + "900000000/").status()).isEqualTo(status);
        assertThat(key.send("GET", COHORTS + "7/").status()).isEqualTo(200);
    }

    @Test
    void another_object_is_answered() {
        assertThat(granted("cohorts_retrieve/other-object").body()).startsWith("{\"id\":1,\"name\"");
    }

    @ParameterizedTest
    @CsvSource({"annotations_retrieve/other-method-accepted,200", "annotations_retrieve/other-method-500,500"})
    void a_method_that_is_not_offered_is_not_refused(String id, int status) {
        mock.play(FAULTS.get(id));
        var key = Client.of(mock).scopes("*");
        assertThat(key.send("POST", ANNOTATIONS + "7/").status()).isEqualTo(status);
        assertThat(key.send("PUT", ANNOTATIONS).status()).isEqualTo(405);
        assertThat(key.send("GET", ANNOTATIONS + "7/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"annotations_create,POST,''", "annotations_partial_update,PATCH,7/"})
    void a_refused_write_is_seen_by_the_next_read(String operation, String method, String below) {
        String path = ANNOTATIONS + below;
        mock.play(FAULTS.get(operation + "/effect-after-refusal"));
        var reader = Client.of(mock).scopes("annotation:read");
        assertThat(reader.json("{\"content\": \"unmistakable\"}")
                        .send(method, path)
                        .status())
                .isEqualTo(403);
        assertThat(reader.send("GET", path).body()).contains("\"content\":\"unmistakable\"");
        assertThat(reader.send("GET", path.replace("/1/", "/2/")).body()).doesNotContain("unmistakable");
        mock.play(FAULTS.get(operation + "/effect-after-refusal"));
        assertThat(reader.send("GET", path).body()).doesNotContain("unmistakable");
    }

    private static Client.Answer granted(String id) {
        return granted(id, true);
    }

    private static Client.Answer granted(String id, boolean played) {
        var fault = FAULTS.get(id);
        var operation = CONTRACT.operation(fault.operationId()).orElseThrow();
        mock.play(played ? fault : null);
        return probes.least(operation).send(operation.method(), Probes.path(operation, "7"));
    }
}
