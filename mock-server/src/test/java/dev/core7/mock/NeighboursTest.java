package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What PostHog's clients request beside the contract. */
class NeighboursTest extends FreshMock {
    private static final String ROLES = "/api/organizations/@current/roles/";

    static Stream<Operation> operations() {
        return ContractReader.neighbours().operations().stream();
    }

    private Map<String, @Nullable Object> get(String path) {
        return Project.fields(Client.withAllScopes(mock).send("GET", path).json());
    }

    private Client.Response send(String method, String path, Map<String, ?> body) {
        return Client.withAllScopes(mock).json(Json.write(body)).send(method, path);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void has_a_key_with_its_scope_and_a_documented_response_in_both_modes(Operation operation) {
        assertResponds(operation);
        restart(MockOptions.defaults().withState());
        assertResponds(operation);
        assertThat(mock.violations()).isEmpty();
    }

    private void assertResponds(Operation operation) {
        String path = operation
                .path()
                .replace("{project_id}", "1")
                .replace("{organization_id}", "@current")
                .replace("{id}", id(operation));
        var client = operation
                .body()
                .map(body ->
                        Client.of(mock).json(Json.write(body.examples().get(0).value())))
                .orElse(Client.of(mock));
        assertThat(client.send(operation.method(), path).status()).isEqualTo(401);
        assertThat(client.scopes("cohort:read").send(operation.method(), path).status())
                .isEqualTo(403);
        var response = client.scopes(operation.scopes().toArray(String[]::new)).send(operation.method(), path);
        assertThat(response.status()).isEqualTo(operation.success().status());
        assertThat(operation.success().json().orElseThrow().schema().violations(response.json()))
                .isEmpty();
    }

    private String id(Operation operation) {
        var segments = List.of(operation.path().split("/"));
        String list = segments.get(Math.max(0, segments.indexOf("{id}") - 1));
        return mock.seedIds("1", list).stream()
                .findFirst()
                .orElse(list.matches("annotations|cohorts") ? "7" : "497f6eca-6276-4993-bfeb-53cbbbba6f08");
    }

    @Test
    void a_key_of_one_project_finds_its_user_and_its_project_but_lists_nothing() {
        var client = Client.of(mock).key("phx_mock@2.*");
        assertThat(client.send("GET", "/api/users/@me/").status()).isEqualTo(200);
        assertThat(Project.fields(client.send("GET", "/api/projects/@current/").json()))
                .containsEntry("id", 2);
        assertThat(client.send("GET", "/api/projects/1/").status()).isEqualTo(403);
        assertThat(client.send("GET", "/api/projects/").body()).contains("only supported on project-based endpoints");
        assertThat(client.send("GET", "/api/organizations/@current/").status()).isEqualTo(403);
    }

    @Test
    void a_project_has_the_requested_id() {
        assertThat(get("/api/projects/7")).containsEntry("id", 7);
        assertThat(get("/api/projects/@current/")).containsEntry("id", 1);
        assertThat(get("/api/projects/900000000/")).containsEntry("code", "not_found");
    }

    @Test
    void lists_of_projects_and_organizations_have_pages() {
        restart(MockOptions.defaults().withState());
        var first = get("/api/projects/?limit=1");
        assertThat(first).containsEntry("count", 2);
        assertThat(first.get("next")).isEqualTo(mock.url() + "/api/projects/?limit=1&offset=1");
        assertThat(first.get("results").toString()).contains("id=1");
        assertThat(get("/api/projects/?limit=1&offset=1").get("next")).isNull();
        assertThat(get("/api/organizations/?limit=100&offset=100")).containsEntry("results", List.of());
    }

    @Test
    void a_role_is_created_listed_renamed_and_deleted() {
        restart(MockOptions.defaults().withState());
        var created = send("POST", ROLES, Map.of("name", "Release managers"));
        assertThat(created.status()).isEqualTo(201);
        var role = Project.fields(created.json());
        assertThat(role).containsEntry("created_by", null).containsEntry("members", List.of());
        String path = ROLES + role.get("id") + "/";
        assertThat(get(ROLES + "?limit=100").toString()).contains("Release managers");
        assertThat(send("POST", ROLES, Map.of("name", "release MANAGERS")).body())
                .contains("\"code\":\"unique\"", "\"attr\":\"name\"");
        assertThat(send("PATCH", path, Map.of("name", "release managers")).status())
                .isEqualTo(200);
        assertThat(send("PUT", path, Map.of()).body()).contains("\"code\":\"required\"");
        assertThat(get(path)).containsEntry("name", "release managers");
        assertThat(Client.withAllScopes(mock).send("DELETE", path).status()).isEqualTo(204);
        assertThat(get(path)).containsEntry("code", "not_found");
    }

    @Test
    void a_comment_is_seen_by_the_list_of_the_contract() {
        restart(MockOptions.defaults().withState());
        var one = new Project(mock, "1");
        var comment = one.create("comments", Map.of("content", "Peak", "scope", "Insight", "item_id", "n7"));
        assertThat(comment).containsEntry("version", 0).containsEntry("deleted", false);
        assertThat(one.values("comments/?item_id=n7", "content")).isEqualTo(List.of("Peak"));
        String path = "comments/" + comment.get("id") + "/";
        assertThat(one.patch(path, Map.of("content", "Peak again"))).containsEntry("version", 1);
        assertThat(one.patch(path, Map.of("rich_content", Map.of("type", "doc"))))
                .containsEntry("version", 1);
        assertThat(one.get(path)).containsEntry("content", "Peak again");
        one.patch(path, Map.of("deleted", true));
        assertThat(one.get(path)).containsEntry("code", "not_found");
        assertThat(one.values("comments/?item_id=n7", "content")).isEmpty();
        assertThat(one.status("POST", "comments/", "{\"content\": \"x\"}")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scope\": \" \"} | blank | scope",
                "{\"scope\": \"Insight\", \"source_comment\": \"x\"} | invalid_input | source_comment",
                "{\"scope\": \"Insight\", \"mentions\": [\"1\", \"x\"]} | invalid_input | mentions__1",
                "{\"scope\": \"Insight\", \"content\": \"x\", \"slug\": \"\"} | blank | slug",
                "{\"scope\": \"Insight\"} | invalid_input |",
                "{\"scope\": \"Insight\", \"content\": \" \"} | invalid_input |",
                "{\"scope\": \"Insight\", \"rich_content\": {}} | invalid_input |",
                "{\"scope\": \"Insight\", \"rich_content\": {\"content\": [{\"type\": \"paragraph\", \"content\": [{\"type\": \"text\"}]}]}}"
                        + " | invalid_input |",
                "{\"scope\": \"Insight\", \"content\": \"x\", \"is_task\": true, \"item_context\": {\"is_emoji\": true}}"
                        + " | invalid_input | is_task"
            })
    void a_comment_is_validated_as_posthog_reads_it(String body, String code, String attr) {
        var response = Client.withAllScopes(mock).json(body).send("POST", "/api/projects/1/comments/");
        assertThat(response.status()).isEqualTo(400);
        assertThat(Project.fields(response.json())).containsEntry("code", code).containsEntry("attr", attr);
    }

    @Test
    void each_write_of_a_comment_needs_content_unless_it_deletes() {
        restart(MockOptions.defaults().withState());
        var one = new Project(mock, "1");
        var comment = one.create("comments", Map.of("rich_content", Map.of("type", "doc"), "scope", "Insight"));
        String path = "comments/" + comment.get("id") + "/";
        assertThat(one.status("PATCH", path, "{\"item_id\": \"7\"}")).isEqualTo(400);
        assertThat(one.status("PATCH", path, "{\"item_id\": \"7\", \"content\": \"x\"}"))
                .isEqualTo(200);
        assertThat(one.status("PATCH", path, "{\"is_task\": true, \"content\": \"x\"}"))
                .isEqualTo(400);
        assertThat(one.status("PATCH", path, "{\"is_task\": false, \"content\": \"x\"}"))
                .isEqualTo(200);
        String reply = "{\"scope\": \"Insight\", \"content\": \"x\", \"is_task\": true, \"source_comment\": \""
                + comment.get("id") + "\"}";
        assertThat(one.status("POST", "comments/", reply)).isEqualTo(400);
        assertThat(one.status("PATCH", path, "{\"deleted\": true}")).isEqualTo(200);
    }

    @Test
    void put_changes_what_the_contract_shows_but_does_not_find_deleted_annotations() {
        restart(MockOptions.defaults().withState());
        var one = new Project(mock, "1");
        var path = one.createPath("annotations", Map.of("content", "a", "scope", "project"));
        assertThat(one.status("PUT", path, "{\"content\": \"b\"}")).isEqualTo(200);
        assertThat(one.get(path)).containsEntry("content", "b").containsEntry("scope", "project");
        one.patch(path, Map.of("deleted", true));
        assertThat(one.status("PUT", path, "{\"content\": \"c\"}")).isEqualTo(404);
        var cohort = one.createPath("cohorts", Map.of("is_static", true));
        one.patch(cohort, Map.of("deleted", true));
        assertThat(one.status("PUT", cohort, "{\"name\": \"c\"}")).isEqualTo(200);
    }

    @Test
    void every_example_conforms_to_its_schema() {
        operations().forEach(operation -> {
            operation
                    .body()
                    .ifPresent(body -> body.examples()
                            .forEach(example -> assertThat(body.schema().violations(example.value()))
                                    .as(operation.id())
                                    .isEmpty()));
            var json = operation.success().json().orElseThrow();
            json.examples()
                    .forEach(example -> assertThat(json.schema().violations(example.value()))
                            .as(operation.id())
                            .isEmpty());
        });
    }
}
