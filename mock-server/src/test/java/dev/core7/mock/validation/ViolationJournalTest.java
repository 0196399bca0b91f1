package dev.core7.mock.validation;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationJournalTest extends FreshMock {

    private Client.Response send(String method, String path) {
        return Client.withAllScopes(mock).send(method, path);
    }

    private Client.Response post(String body) {
        return Client.withAllScopes(mock).json(body).send("POST", ANNOTATIONS);
    }

    @Test
    void reports_a_missing_required_parameter(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("openapi.yaml"),
                CONTRACT.text().replaceFirst("- name: search\n          in: query\n", "$0          required: true\n"));
        restart(ContractReader.read(file), MockOptions.defaults());
        assertThat(violations(send("GET", ANNOTATIONS)))
                .isEqualTo("query search: The operation requires this parameter. (tolerated)");
        assertThat(violations(send("GET", ANNOTATIONS + "?search=a"))).isEmpty();
    }

    private static String violations(Client.Response response) {
        return response.header("Kit-Violations").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annotations/?limit=5&offset=0&search=a%20b",
                "annotations/?personal_api_key=phx_mock.*",
                "cohorts/7/persons/?format=csv",
                "comments/?completed=open&cursor="
            })
    void reports_nothing_for_valid_requests(String path) {
        assertThat(violations(send("GET", "/api/projects/1/" + path))).isEmpty();
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations/?limit=many,'query limit: Expected integer, got \"many\" (string).'",
        "annotations/?limit=1.5,'query limit: Expected integer, got 1.5 (number).'",
        "annotations/?limit=,'query limit: Expected integer, got \"\" (string).'",
        "annotations/?Limit=5,query Limit: The operation has no such parameter.",
        "comments/?completed=closed,'query completed: Expected one of [\"any\",\"open\",\"completed\"], got \"closed\" (string).'"
    })
    void reports_an_invalid_query_and_accepts_it_like_posthog(String path, String expected) {
        var response = send("GET", "/api/projects/1/" + path);
        assertThat(violations(response)).isEqualTo(expected + " (tolerated)");
        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void reports_every_wrong_and_every_unknown_field() {
        var response = post("{\"content\": [], \"scope\": \"x\", \"contnt\": 1}");
        assertThat(response.status()).isEqualTo(400);
        assertThat(violations(response))
                .isEqualTo("body content: Not a valid string.; body scope: \"x\" is not a valid choice.; "
                        + "body contnt: The operation has no such field. (tolerated)");
    }

    @Test
    void reports_errors_of_the_whole_body() {
        assertThat(violations(post("{"))).startsWith("body: JSON parse error - ");
        assertThat(violations(Client.withAllScopes(mock)
                        .header("Content-Type", "text/plain")
                        .body("x")
                        .send("POST", ANNOTATIONS)))
                .isEqualTo("body: Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void reports_unknown_methods_and_paths() {
        assertThat(violations(send("PUT", ANNOTATIONS)))
                .isEqualTo("method: The path does not allow PUT, only GET, POST, HEAD, OPTIONS.");
        mock.resetState();
        send("GET", "/api/unicorns/?a=b");
        assertThat(mock.violations())
                .extracting(RequestViolation::toString)
                .containsExactly("GET /api/unicorns/: path: The contract has no such path.");
    }

    @Test
    void refusals_alone_are_not_violations() {
        Client.of(mock).send("GET", ANNOTATIONS);
        send("GET", ANNOTATIONS + "900000000/");
        send("DELETE", "/api/projects/1/cohorts/7/");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void header_contains_only_printable_ascii_and_no_keys() {
        var response = Client.of(mock)
                .send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.*&secret=hush&%0D%0AX-Evil:%20%C3%A9=1");
        assertThat(violations(response))
                .isEqualTo("query \\u000d\\u000aX-Evil: \\u00e9: The operation has no such parameter. (tolerated); "
                        + "query secret: The operation has no such parameter. (tolerated)");
        assertThat(mock.violations())
                .noneMatch(violation -> violation.toString().contains("phx_mock"));
    }

    @Test
    void limits_violations_per_request_and_in_total() {
        var body = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            body.add("\"" + "x".repeat(100) + i + "\": 1");
        }
        var response = post("{" + String.join(", ", body) + "}");
        assertThat(violations(response)).hasSizeBetween(500, 1_020).endsWith(" more");
        assertThat(mock.violations()).hasSize(20);
        for (int i = 0; i < 60; i++) {
            post("{" + String.join(", ", body.subList(0, 20)) + "}");
        }
        assertThat(mock.violations()).hasSize(1_000);
    }

    @Test
    void serves_the_journal_as_json_and_clears_it_on_demand() {
        send("GET", ANNOTATIONS + "?limit=many");
        var client = Client.of(mock);
        assertThat(client.send("GET", "/__kit/violations").json())
                .isEqualTo(Map.of(
                        "violations",
                        List.of(Map.of(
                                "request", "GET " + ANNOTATIONS,
                                "where", "query limit",
                                "detail", "Expected integer, got \"many\" (string).",
                                "outcome", "tolerated"))));
        assertThat(client.send("POST", "/__kit/violations").status()).isEqualTo(405);
        assertThat(mock.violations()).hasSize(1);
        assertThat(client.send("DELETE", "/__kit/violations").status()).isEqualTo(204);
        assertThat(client.send("GET", "/__kit/violations").json()).isEqualTo(Map.of("violations", List.of()));
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void notifies_a_listener_in_one_line() {
        var lines = new ArrayList<String>();
        mock.onViolation(violation -> lines.add(violation.toString()));
        send("PUT", ANNOTATIONS + "?x=y");
        assertThat(lines)
                .containsExactly(
                        "PUT " + ANNOTATIONS + ": method: The path does not allow PUT, only GET, POST, HEAD, OPTIONS.");
    }

    @Test
    void ignores_requests_that_a_user_stub_handles() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(post("{").body()).isEqualTo("mine");
        assertThat(send("GET", "/elsewhere").body()).isEqualTo("mine");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void reset_clears_the_journal() {
        send("GET", "/nowhere");
        mock.resetState();
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void warn_reports_and_accepts_invalid_bodies() {
        restart(MockOptions.defaults().withValidation(Validation.WARN));
        var response = post("{\"content\": []}");
        assertThat(response.status()).isEqualTo(201);
        assertThat(violations(response)).isEqualTo("body content: Not a valid string.");
        assertThat(post("{").status()).isEqualTo(201);
        assertThat(send("PUT", ANNOTATIONS).status()).isEqualTo(403);
    }

    @Test
    void off_neither_reports_nor_refuses_contents() {
        restart(MockOptions.defaults().withValidation(Validation.OFF));
        assertThat(post("{\"content\": []}").status()).isEqualTo(201);
        assertThat(send("GET", ANNOTATIONS + "?limit=many").status()).isEqualTo(200);
        assertThat(send("PUT", ANNOTATIONS).status()).isEqualTo(403);
        assertThat(send("GET", "/nowhere").status()).isEqualTo(404);
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void state_tolerates_invalid_bodies_that_are_accepted(Validation validation) {
        restart(MockOptions.defaults().withState().withValidation(validation));
        for (String body : List.of("{", "[]", "{\"content\": {\"a\": []}, \"date_marker\": 5, \"deleted\": \"x\"}")) {
            assertThat(post(body).status()).isEqualTo(validation == Validation.ENFORCE ? 400 : 201);
            assertThat(send("GET", ANNOTATIONS).status()).isEqualTo(200);
        }
    }
}
