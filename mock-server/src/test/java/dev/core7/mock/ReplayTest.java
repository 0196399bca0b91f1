package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest extends SharedMock {
    private static final Map<String, String> IDS = Map.of("project_id", "1", "organization_id", "@current", "id", "7");

    static Stream<String> operations() {
        return CONTRACT.operations().stream().map(Operation::id);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void responds_with_the_example_of_the_contract(String id) {
        var operation = CONTRACT.operation(id).orElseThrow();
        assertIsTheExample(operation, allowed(operation).send(operation.method(), path(operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void responds_identically_without_the_trailing_slash(String id) {
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

    private static void assertIsTheExample(Operation operation, Client.Response response) {
        var documented = operation.success();
        assertThat(response.status()).isEqualTo(documented.status());
        documented
                .headers()
                .forEach((name, value) ->
                        assertThat(response.header(name)).as(name).contains(value));
        assertThat(response.header("Transfer-Encoding")).isEmpty();
        if (documented.json().isPresent()) {
            var example = documented.json().get().examples().get(0).value();
            assertThat(Replayed.withoutLinks(response.json())).isEqualTo(Replayed.withoutLinks(example));
            assertThat(response.body()).doesNotContain("example.org", "example.com/", "//example.com\"");
            assertThat(response.header("Content-Type")).contains(MediaType.JSON);
        } else {
            assertThat(response.body()).isEmpty();
            assertThat(response.header("Content-Type")).isEmpty();
        }
    }

    @Test
    void refused_delete_has_an_allow_header_and_no_body() {
        var response = Client.of(mock).scopes("annotation:write").send("DELETE", "/api/projects/1/annotations/7/");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow").orElseThrow()).contains("GET");
        assertThat(response.header("Content-Length")).contains("0");
    }

    @Test
    void prefers_a_literal_segment_to_a_parameter() {
        var all = CONTRACT.operation("cohorts_all_activity_retrieve").orElseThrow();
        var response = allowed(all).send("GET", "/api/projects/1/cohorts/activity/");
        assertIsTheExample(all, response);
        assertThat(mock.wireMock().getAllServeEvents().get(0).getStubMapping().getName())
                .isEqualTo("cohorts_all_activity_retrieve");
    }

    @Test
    void returns_csv_if_the_query_selects_it() {
        var response = Client.of(mock)
                .scopes("cohort:read", "person:read")
                .send("GET", "/api/projects/1/cohorts/7/persons/?format=csv&limit=2");
        var example = CONTRACT.operation("cohorts_persons_retrieve")
                .orElseThrow()
                .success()
                .content()
                .get("text/csv")
                .examples()
                .get(0);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(response.body()).isNotBlank().isEqualTo(example.value());
    }

    @Test
    void returns_json_if_the_query_selects_it() {
        var response = Client.of(mock)
                .scopes("cohort:read", "person:read")
                .send("GET", "/api/projects/1/cohorts/7/persons/?format=json");
        assertIsTheExample(CONTRACT.operation("cohorts_persons_retrieve").orElseThrow(), response);
    }

    @Test
    void links_to_other_pages_lead_to_the_mock_and_come_to_an_end() {
        var client = Client.withAllScopes(mock);
        String list = "/api/projects/1/annotations/?search=x";
        var first = Project.fields(client.send("GET", list).json());
        assertThat(first)
                .containsEntry("next", mock.url() + "/api/projects/1/annotations/?limit=100&offset=400&search=x")
                .containsEntry("previous", mock.url() + "/api/projects/1/annotations/?limit=100&offset=200&search=x");
        var next = Project.fields(
                client.send("GET", String.valueOf(first.get("next")).replace(mock.url(), ""))
                        .json());
        assertThat(next.get("next")).isNull();
        assertThat(next.get("previous")).isEqualTo(first.get("previous"));
        String persons = "/api/projects/1/cohorts/7/persons/";
        assertThat(Project.fields(client.send("GET", persons).json()).get("next"))
                .isEqualTo(mock.url() + persons + "?offset=100");
        assertThat(Project.fields(client.send("GET", persons + "?offset=100").json())
                        .get("next"))
                .isNull();
        String comments = "/api/projects/1/comments/";
        assertThat(Project.fields(client.header("Prefer", "example=page")
                                .send("GET", comments)
                                .json())
                        .get("next"))
                .isEqualTo(mock.url() + comments + "?cursor=cD00ODY%3D");
    }

    @Test
    void responds_to_head_like_get_without_the_body() {
        var get = Client.of(mock).scopes("cohort:read").send("GET", "/api/projects/1/cohorts/");
        var head = Client.of(mock).scopes("cohort:read").send("HEAD", "/api/projects/1/cohorts/");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).contains(MediaType.JSON);
        assertThat(head.body()).isEmpty();
        assertThat(get.header("Content-Length")).isPresent();
    }

    @Test
    void head_requires_the_scope_of_get() {
        var head = Client.of(mock).scopes("comment:read").send("HEAD", "/api/projects/1/cohorts/");
        assertThat(head.status()).isEqualTo(403);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void never_compresses_a_response() {
        var response = Client.of(mock)
                .scopes("cohort:read")
                .header("Accept-Encoding", "gzip")
                .send("GET", "/api/projects/1/cohorts/");
        assertThat(response.header("Content-Encoding")).isEmpty();
        assertThat(response.header("Content-Length"))
                .contains(String.valueOf(response.body().length()));
    }
}
