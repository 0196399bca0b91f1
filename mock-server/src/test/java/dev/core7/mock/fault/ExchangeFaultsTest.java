package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeFaultsTest extends FaultTest {
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
    void accepted_request_gets_another_status_or_media_type(String id, int status, String mediaType) {
        var response = accepted(id);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type").orElse("absent")).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_list/body-missing,''",
        "annotations_list/body-not-json/html-as-json,<!DOCTYPE html><title>Welcome</title><p>Please log in.",
        "cohorts_activity_retrieve/observed-body-wrong/empty-list,[]",
        "cohorts_activity_retrieve/observed-body-wrong/empty-object,{}",
        "cohorts_activity_retrieve/observed-body-wrong/text,'\"done\"'"
    })
    void accepted_request_gets_another_body(String id, String body) {
        assertThat(accepted(id).body()).isEqualTo(body);
    }

    @Test
    void only_half_of_the_body_is_sent() {
        var fault = FAULTS.get("annotations_list/body-not-json/truncated");
        String whole = documented(fault).body();
        assertThat(accepted(fault).body()).isEqualTo(whole.substring(0, whole.length() / 2));
    }

    @Test
    void csv_is_declared_as_json_and_json_is_unchanged() {
        String path = COHORTS + "7/persons/";
        mock.activate(FAULTS.get("cohorts_persons_retrieve/media-type-wrong/text-csv/json"));
        var key = Client.withAllScopes(mock);
        assertThat(key.send("GET", path + "?format=csv").header("Content-Type")).contains("application/json");
        assertThat(key.send("GET", path + "?format=csv").body()).startsWith("id,email");
        assertThat(key.send("GET", path).body()).startsWith("{\"results\"");
    }

    @Test
    void response_405_has_no_allow_header() {
        assertThat(accepted("cohorts_destroy/allow-missing").status()).isEqualTo(405);
        assertThat(accepted("cohorts_destroy/allow-missing").header("Allow")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_partial_update/bad-input-accepted,200",
        "annotations_partial_update/server-error-on-bad-input,500"
    })
    void invalid_body_gets_a_wrong_status(String id, int status) {
        mock.activate(FAULTS.get(id));
        var key = Client.withAllScopes(mock);
        assertThat(key.json("{").send("PATCH", ANNOTATIONS + "7/").status()).isEqualTo(status);
        assertThat(key.json("{\"deleted\": null}")
                        .send("PATCH", ANNOTATIONS + "7/")
                        .status())
                .isEqualTo(status);
        assertThat(key.json("{}").send("PATCH", ANNOTATIONS + "7/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"cohorts_retrieve/unknown-id-accepted,200", "cohorts_retrieve/unknown-id-500,500"})
    void unknown_id_gets_a_wrong_status(String id, int status) {
        mock.activate(FAULTS.get(id));
        var key = Client.withAllScopes(mock);
        assertThat(key.send("GET", COHORTS + "900000000/").status()).isEqualTo(status);
        assertThat(key.send("GET", COHORTS + "7/").status()).isEqualTo(200);
    }

    @Test
    void id_of_another_object_is_returned() {
        assertThat(accepted("cohorts_retrieve/other-object").body()).startsWith("{\"id\":1,\"name\"");
    }

    @ParameterizedTest
    @CsvSource({"annotations_retrieve/other-method-accepted,200", "annotations_retrieve/other-method-500,500"})
    void method_that_is_not_allowed_gets_a_wrong_status(String id, int status) {
        mock.activate(FAULTS.get(id));
        var key = Client.withAllScopes(mock);
        assertThat(key.send("POST", ANNOTATIONS + "7/").status()).isEqualTo(status);
        assertThat(key.send("PUT", ANNOTATIONS).status()).isEqualTo(403);
        assertThat(key.send("GET", ANNOTATIONS + "7/").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"annotations_create,POST,''", "annotations_partial_update,PATCH,7/"})
    void refused_write_shows_in_the_next_read(String operation, String method, String below) {
        String path = ANNOTATIONS + below;
        mock.activate(FAULTS.get(operation + "/effect-after-refusal"));
        var reader = Client.of(mock).scopes("annotation:read");
        assertThat(reader.json("{\"content\": \"unmistakable\"}")
                        .send(method, path)
                        .status())
                .isEqualTo(403);
        assertThat(reader.send("GET", path).body()).contains("\"content\":\"unmistakable\"");
        assertThat(reader.send("GET", path.replace("/1/", "/2/")).body()).doesNotContain("unmistakable");
        mock.activate(FAULTS.get(operation + "/effect-after-refusal"));
        assertThat(reader.send("GET", path).body()).doesNotContain("unmistakable");
    }

    private static Client.Response accepted(String id) {
        return accepted(FAULTS.get(id));
    }
}
