package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Map<String, String> IDS = Map.of("project_id", "1", "organization_id", "@current", "id", "7");
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(CONTRACT);
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    static Stream<String> operations() {
        return CONTRACT.operations().stream().map(Operation::id);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answers_with_the_example_of_the_contract(String id) {
        var operation = CONTRACT.operation(id).orElseThrow();
        assertIsTheExample(operation, allowed(operation).send(operation.method(), path(operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void answers_the_same_without_the_slash_at_the_end(String id) {
        var operation = CONTRACT.operation(id).orElseThrow();
        String path = path(operation).replaceFirst("/$", "");
        assertIsTheExample(operation, allowed(operation).send(operation.method(), path));
    }

    private static Client allowed(Operation operation) {
        var client = Client.of(mock).scopes(operation.scopes().toArray(String[]::new));
        return operation
                .body()
                .map(body -> client.json(Json.write(body.examples().get(0).value())))
                .orElse(client);
    }

    private static String path(Operation operation) {
        String path = operation.path();
        for (var id : IDS.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private static void assertIsTheExample(Operation operation, Client.Answer answer) {
        var documented = operation.success();
        assertThat(answer.status()).isEqualTo(documented.status());
        documented
                .headers()
                .forEach((name, value) ->
                        assertThat(answer.header(name)).as(name).contains(value));
        assertThat(answer.header("Transfer-Encoding")).isEmpty();
        if (documented.json().isPresent()) {
            var example = documented.json().get().examples().get(0).value();
            assertThat(answer.json()).isEqualTo(example);
            assertThat(answer.header("Content-Type")).contains(MediaType.JSON);
        } else {
            assertThat(answer.body()).isEmpty();
            assertThat(answer.header("Content-Type")).isEmpty();
        }
    }

    @Test
    void answers_a_refused_delete_with_an_allow_header_and_without_a_body() {
        var answer = Client.of(mock).scopes("annotation:write").send("DELETE", "/api/projects/1/annotations/7/");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").orElseThrow()).contains("GET");
        assertThat(answer.header("Content-Length")).contains("0");
    }

    @Test
    void prefers_a_written_segment_to_a_parameter() {
        var all = CONTRACT.operation("cohorts_all_activity_retrieve").orElseThrow();
        var answer = allowed(all).send("GET", "/api/projects/1/cohorts/activity/");
        assertIsTheExample(all, answer);
        assertThat(mock.wireMock().getAllServeEvents().get(0).getStubMapping().getName())
                .isEqualTo("cohorts_all_activity_retrieve");
    }

    @Test
    void answers_csv_where_the_query_asks_for_it() {
        var answer = Client.of(mock)
                .scopes("cohort:read", "person:read")
                .send("GET", "/api/projects/1/cohorts/7/persons/?format=csv&limit=2");
        var example = CONTRACT.operation("cohorts_persons_retrieve")
                .orElseThrow()
                .success()
                .content()
                .get("text/csv")
                .examples()
                .get(0);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(answer.body()).isNotBlank().isEqualTo(example.value());
    }

    @Test
    void answers_json_where_the_query_asks_for_it() {
        var answer = Client.of(mock)
                .scopes("cohort:read", "person:read")
                .send("GET", "/api/projects/1/cohorts/7/persons/?format=json");
        assertIsTheExample(CONTRACT.operation("cohorts_persons_retrieve").orElseThrow(), answer);
    }

    @Test
    void answers_head_like_get_without_the_body() {
        var get = Client.of(mock).scopes("cohort:read").send("GET", "/api/projects/1/cohorts/");
        var head = Client.of(mock).scopes("cohort:read").send("HEAD", "/api/projects/1/cohorts/");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).contains(MediaType.JSON);
        assertThat(head.body()).isEmpty();
        assertThat(get.header("Content-Length")).isPresent();
    }

    @Test
    void holds_the_caller_of_head_to_the_scope_of_get() {
        var head = Client.of(mock).scopes("comment:read").send("HEAD", "/api/projects/1/cohorts/");
        assertThat(head.status()).isEqualTo(403);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void never_compresses_an_answer() {
        var answer = Client.of(mock)
                .scopes("cohort:read")
                .header("Accept-Encoding", "gzip")
                .send("GET", "/api/projects/1/cohorts/");
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Content-Length"))
                .contains(String.valueOf(answer.body().length()));
    }
}
