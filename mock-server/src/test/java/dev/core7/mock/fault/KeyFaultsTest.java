package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFaultsTest extends FaultTest {
    @ParameterizedTest
    @CsvSource({
        "scope-not-enforced/cohort:read,person:read,200",
        "scope-not-enforced/cohort:read,cohort:read,403",
        "scope-not-enforced/cohort:read,comment:read,403",
        "scope-too-strict/cohort:write,cohort:read+person:read,403",
        "scope-too-strict/cohort:write,cohort:write+person:read,200",
        "scope-too-strict/activity_log:read,cohort:read+person:read,403",
        "scope-too-strict/activity_log:read,cohort:read+person:read+activity_log:read,200",
        "scope-too-strict/everything,cohort:write+person:write,403",
        "scope-too-strict/everything,*,200",
        "wrong-scope-accepted/person:read/comment:read,cohort:read+person:read,403",
        "wrong-scope-accepted/person:read/comment:read,cohort:read+comment:read,200",
        "wrong-scope-accepted/person:read/comment:read,comment:read,403",
        "key-refused-always,*,403"
    })
    void scopes_are_not_enforced_as_documented(String fault, String scopes, int status) {
        mock.activate(FAULTS.get("cohorts_persons_retrieve/" + fault));
        assertThat(persons(Client.of(mock).key("phx_mock." + scopes)).status()).isEqualTo(status);
        assertThat(persons(Client.of(mock)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"cohort:read,405", "annotation:read,403"})
    void read_key_can_write(String scope, int status) {
        mock.activate(FAULTS.get("cohorts_destroy/read-key-writes/cohort:write"));
        var response = Client.of(mock).scopes(scope).send("DELETE", "/api/projects/1/cohorts/7/");
        assertThat(response.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "no-key-accepted,none,200",
        "no-key-accepted,phx_unknown,401",
        "unknown-key-accepted,phx_unknown,200",
        "unknown-key-accepted,none,401",
        "foreign-key-accepted,phx_mock@2.*,200",
        "foreign-key-accepted,phx_mock@2.comment:read,403",
        "status-401-403-confused/missing-scope-401,phx_mock.comment:read,401",
        "status-401-403-confused/missing-scope-401,none,401",
        "status-401-403-confused/no-key-403,none,403",
        "status-401-403-confused/no-key-403,phx_unknown,401",
        "status-401-403-confused/unknown-key-403,phx_unknown,403",
        "refused-with-200,phx_mock.comment:read,200",
        "refused-with-html,none,403",
        "refused-with-redirect,phx_unknown,302",
        "refused-with-500,phx_mock@2.*,500"
    })
    void keys_get_a_wrong_status(String fault, String key, int status) {
        mock.activate(FAULTS.get("cohorts_persons_retrieve/" + fault));
        var client = key.equals("none") ? Client.of(mock) : Client.of(mock).key(key);
        assertThat(persons(client).status()).isEqualTo(status);
        assertThat(persons(Client.withAllScopes(mock)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "refused-with-200,application/json,'{\"type\":\"authentication_error\",\"code\":\"not_authenticated\","
                + "\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}'",
        "refused-with-html,text/html,<!DOCTYPE html><title>403</title>Forbidden",
        "refused-with-redirect,absent,''",
        "refused-with-500,application/json,'{\"type\":\"server_error\",\"code\":\"error\","
                + "\"detail\":\"A server error occurred.\",\"attr\":null}'",
        "error-body-wrong/without-code,application/json,'{\"type\":\"authentication_error\","
                + "\"detail\":\"Authentication credentials were not provided.\",\"attr\":null}'",
        "error-body-wrong/plain-text,text/plain,Authentication credentials were not provided."
    })
    void refusal_has_a_wrong_body(String fault, String mediaType, String body) {
        mock.activate(FAULTS.get("cohorts_persons_retrieve/" + fault));
        var response = persons(Client.of(mock));
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.header("Content-Type").orElse("absent")).isEqualTo(mediaType);
    }

    @Test
    void path_without_project_has_no_fault_for_keys_of_other_projects() {
        assertThat(FAULTS).doesNotContainKey("roles_destroy/foreign-key-accepted");
    }

    private static Client.Response persons(Client client) {
        return client.send("GET", "/api/projects/1/cohorts/7/persons/");
    }
}
