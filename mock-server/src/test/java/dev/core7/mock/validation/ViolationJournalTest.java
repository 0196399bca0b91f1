package dev.core7.mock.validation;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationJournalTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private MockServer mock = MockServer.start(CONTRACT);

    @AfterEach
    void stop() {
        mock.close();
    }

    private void restart(Validation validation) {
        mock.close();
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withValidation(validation));
    }

    private Client.Answer send(String method, String path) {
        return Client.of(mock).scopes("*").send(method, path);
    }

    private Client.Answer post(String body) {
        return Client.of(mock).scopes("*").json(body).send("POST", ANNOTATIONS);
    }

    @Test
    void tells_of_a_parameter_that_is_needed_and_was_not_sent(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("openapi.yaml"),
                CONTRACT.text().replaceFirst("- name: search\n          in: query\n", "$0          required: true\n"));
        mock.close();
        mock = MockServer.start(ContractReader.read(file));
        assertThat(told(send("GET", ANNOTATIONS))).isEqualTo("query search: The operation needs this parameter.");
        assertThat(told(send("GET", ANNOTATIONS + "?search=a"))).isEmpty();
    }

    private static String told(Client.Answer answer) {
        return answer.header("Kit-Violations").orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annotations/?limit=5&offset=0&search=a%20b",
                "annotations/?personal_api_key=phx_mock.*",
                "cohorts/7/persons/?format=csv",
                "comments/?completed=open&cursor="
            })
    void has_nothing_to_tell_of_what_the_contract_allows(String path) {
        assertThat(told(send("GET", "/api/projects/1/" + path))).isEmpty();
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "annotations/?limit=many,'query limit: Expected integer, got \"many\" (string).'",
        "annotations/?limit=1.5,'query limit: Expected integer, got 1.5 (number).'",
        "annotations/?limit=,'query limit: Expected integer, got \"\" (string).'",
        "annotations/?Limit=5,query Limit: The operation takes no such parameter.",
        "comments/?completed=closed,'query completed: Expected one of [\"any\",\"open\",\"completed\"], got \"closed\" (string).'"
    })
    void tells_a_wrong_query_and_answers_it_as_posthog_does(String path, String expected) {
        var answer = send("GET", "/api/projects/1/" + path);
        assertThat(told(answer)).isEqualTo(expected);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tells_every_wrong_and_every_unknown_field() {
        var answer = post("{\"content\": [], \"scope\": \"x\", \"contnt\": 1}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(told(answer))
                .isEqualTo("body content: Not a valid string.; body scope: \"x\" is not a valid choice.; "
                        + "body contnt: The operation takes no such field.");
    }

    @Test
    void tells_what_is_wrong_with_a_body_as_a_whole() {
        assertThat(told(post("{"))).startsWith("body: JSON parse error - ");
        assertThat(told(Client.of(mock)
                        .scopes("*")
                        .header("Content-Type", "text/plain")
                        .body("x")
                        .send("POST", ANNOTATIONS)))
                .isEqualTo("body: Unsupported media type \"text/plain\" in request.");
    }

    @Test
    void tells_a_method_and_a_path_that_the_contract_lacks() {
        assertThat(told(send("PUT", ANNOTATIONS)))
                .isEqualTo("method: PUT is not offered, only GET, POST, HEAD, OPTIONS.");
        mock.reset();
        send("GET", "/api/unicorns/?a=b");
        assertThat(mock.violations())
                .extracting(RequestViolation::toString)
                .containsExactly("GET /api/unicorns/: path: The contract has no such path.");
    }

    @Test
    void breaks_no_contract_with_what_is_only_refused() {
        Client.of(mock).send("GET", ANNOTATIONS);
        send("GET", ANNOTATIONS + "900000000/");
        send("DELETE", "/api/projects/1/cohorts/7/");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void writes_no_secret_and_nothing_but_printable_ascii_into_the_header() {
        var answer = Client.of(mock)
                .send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.*&secret=hush&%0D%0AX-Evil:%20%C3%A9=1");
        assertThat(told(answer))
                .isEqualTo("query \\u000d\\u000aX-Evil: \\u00e9: The operation takes no such parameter.; "
                        + "query secret: The operation takes no such parameter.");
        assertThat(mock.violations())
                .noneMatch(violation -> violation.toString().contains("phx_mock"));
    }

    @Test
    void bounds_what_it_tells_of_one_request_and_what_it_remembers_of_all() {
        var body = new ArrayList<String>();
        for (int i = 0; i < 5_000; i++) {
            body.add("\"" + "x".repeat(100) + i + "\": 1");
        }
        var answer = post("{" + String.join(", ", body) + "}");
        assertThat(told(answer)).hasSizeBetween(500, 1_020).endsWith(" more");
        assertThat(mock.violations()).hasSize(20);
        for (int i = 0; i < 60; i++) {
            post("{" + String.join(", ", body.subList(0, 20)) + "}");
        }
        assertThat(mock.violations()).hasSize(1_000);
    }

    @Test
    void shows_the_journal_as_json_and_empties_it_on_demand() {
        send("GET", ANNOTATIONS + "?limit=many");
        var client = Client.of(mock);
        assertThat(client.send("GET", "/__kit/violations").json())
                .isEqualTo(Map.of(
                        "violations",
                        List.of(Map.of(
                                "request", "GET " + ANNOTATIONS,
                                "where", "query limit",
                                "detail", "Expected integer, got \"many\" (string)."))));
        assertThat(client.send("POST", "/__kit/violations").status()).isEqualTo(405);
        assertThat(mock.violations()).hasSize(1);
        assertThat(client.send("DELETE", "/__kit/violations").status()).isEqualTo(204);
        assertThat(client.send("GET", "/__kit/violations").json()).isEqualTo(Map.of("violations", List.of()));
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void tells_a_listener_in_one_line() {
        var lines = new ArrayList<String>();
        mock.onViolation(violation -> lines.add(violation.toString()));
        send("PUT", ANNOTATIONS + "?x=y");
        assertThat(lines)
                .containsExactly("PUT " + ANNOTATIONS + ": method: PUT is not offered, only GET, POST, HEAD, OPTIONS.");
    }

    @Test
    void has_no_say_where_a_stub_of_the_user_answers() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(post("{").body()).isEqualTo("mine");
        assertThat(send("GET", "/elsewhere").body()).isEqualTo("mine");
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void forgets_with_a_reset() {
        send("GET", "/nowhere");
        mock.reset();
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void warns_and_answers_as_if_the_body_were_right() {
        restart(Validation.WARN);
        var answer = post("{\"content\": []}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(told(answer)).isEqualTo("body content: Not a valid string.");
        assertThat(post("{").status()).isEqualTo(201);
        assertThat(send("PUT", ANNOTATIONS).status()).isEqualTo(405);
    }

    @Test
    void tells_and_refuses_nothing_for_its_contents_when_off() {
        restart(Validation.OFF);
        assertThat(post("{\"content\": []}").status()).isEqualTo(201);
        assertThat(send("GET", ANNOTATIONS + "?limit=many").status()).isEqualTo(200);
        assertThat(send("PUT", ANNOTATIONS).status()).isEqualTo(405);
        assertThat(send("GET", "/nowhere").status()).isEqualTo(404);
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void keeps_state_from_failing_over_what_it_lets_through(Validation validation) {
        mock.close();
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withState().withValidation(validation));
        for (String body : List.of("{", "[]", "{\"content\": {\"a\": []}, \"date_marker\": 5, \"deleted\": \"x\"}")) {
            assertThat(post(body).status()).isEqualTo(validation == Validation.ENFORCE ? 400 : 201);
            assertThat(send("GET", ANNOTATIONS).status()).isEqualTo(200);
        }
    }
}
