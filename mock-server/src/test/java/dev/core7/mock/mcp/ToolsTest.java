package dev.core7.mock.mcp;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.McpTool;
import dev.core7.mock.MockOptions;
import dev.core7.mock.Project;
import dev.core7.mock.Stateful;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tools: their descriptions, and what calls of them do and return. */
class ToolsTest extends Stateful {
    private McpClient client() {
        return McpClient.of(mock).key(mock.key("*"));
    }

    private Map<String, Map<?, ?>> listed() {
        var tools = new HashMap<String, Map<?, ?>>();
        for (Object tool : (List<?>) Objects.requireNonNull(
                McpClient.of(mock).request("tools/list", Map.of()).at("/result/tools"))) {
            tools.put(String.valueOf(((Map<?, ?>) tool).get("name")), (Map<?, ?>) tool);
        }
        return tools;
    }

    @Test
    void the_tools_of_the_contract_are_listed_without_a_key() {
        var tools = listed();
        assertThat(tools.keySet())
                .containsExactlyInAnyOrderElementsOf(CONTRACT.operations().stream()
                        .flatMap(operation -> operation.tool().stream())
                        .map(McpTool::name)
                        .toList())
                .hasSize(11);
        assertThat(Objects.requireNonNull(tools.get("annotation-delete")).get("title"))
                .isEqualTo("Delete annotation");
    }

    @ParameterizedTest
    @CsvSource({
        "annotations-list, true, false, true",
        "annotation-create, false, false, false",
        "annotations-partial-update, false, false, true",
        "annotation-delete, false, true, true",
        "cohorts-add-persons-to-static-cohort-partial-update, false, false, false",
        "comments-list, true, false, true"
    })
    void hints_are_those_of_the_contract(String tool, boolean readOnly, boolean destructive, boolean idempotent) {
        assertThat(Objects.requireNonNull(listed().get(tool)).get("annotations"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("readOnlyHint", readOnly)
                .containsEntry("destructiveHint", destructive)
                .containsEntry("idempotentHint", idempotent);
    }

    @ParameterizedTest
    @CsvSource({
        "annotations-list, limit offset search project_id, ''",
        "annotation-retrieve, id project_id, id",
        "annotation-delete, id project_id, id",
        "annotations-partial-update, id project_id content date_marker creation_type dashboard_item dashboard_id deleted"
                + " scope, id",
        "cohorts-add-persons-to-static-cohort-partial-update, id project_id person_ids, id person_ids"
    })
    void input_schemas_contain_path_query_and_body(String tool, String properties, String required) {
        var schema = (Map<?, ?>) Objects.requireNonNull(
                Objects.requireNonNull(listed().get(tool)).get("inputSchema"));
        assertThat(((Map<?, ?>) Objects.requireNonNull(schema.get("properties"))).keySet())
                .isEqualTo(new LinkedHashSet<>(List.of(properties.split(" "))));
        assertThat(schema.get("required")).isEqualTo(required.isEmpty() ? null : List.of(required.split(" ")));
    }

    @Test
    void tools_and_the_api_use_the_same_objects() {
        var created = client().call("annotation-create", Map.of("content", "From a tool", "scope", "project"))
                .object();
        var id = Objects.requireNonNull(created.get("id"));
        assertThat(one.get("annotations/" + id + "/")).isEqualTo(created);
        assertThat(client().call("annotation-retrieve", Map.of("id", id)).object())
                .isEqualTo(created);
        assertThat(client().call("annotations-list", Map.of("search", "From a tool", "limit", 1))
                        .object()
                        .get("results"))
                .isEqualTo(List.of(created));
        var updated = new HashMap<String, @Nullable Object>(Map.of("id", id));
        updated.put("content", null);
        assertThat(client().call("annotations-partial-update", updated).object().get("content"))
                .isNull();
    }

    @Test
    void annotation_delete_hides_the_annotation_and_changes_nothing_else() {
        var id = Objects.requireNonNull(
                one.create("annotations", Map.of("content", "mine")).get("id"));
        var deleted = client().call("annotation-delete", Map.of("id", id, "content", "changed"))
                .object();
        assertThat(deleted.get("deleted")).isEqualTo(true);
        assertThat(deleted.get("content")).isEqualTo("mine");
        assertThat(one.status("GET", "annotations/" + id + "/", "")).isEqualTo(404);
    }

    @Test
    void cohorts_and_comments_have_tools() {
        var cohort = client().call("cohorts-create", Map.of("name", "C", "is_static", true))
                .object();
        var id = Objects.requireNonNull(cohort.get("id"));
        assertThat(client().call("cohorts-retrieve", Map.of("id", id)).object().get("name"))
                .isEqualTo("C");
        assertThat(client().call("cohorts-partial-update", Map.of("id", id, "name", "D"))
                        .object()
                        .get("name"))
                .isEqualTo("D");
        var person = mock.seedIds("1", "persons").get(0);
        client().call(
                        "cohorts-add-persons-to-static-cohort-partial-update",
                        Map.of("id", id, "person_ids", List.of(person)))
                .object();
        assertThat(one.values("cohorts/" + id + "/persons/", "id")).isEqualTo(List.of(person));
        assertThat(client().call("cohorts-list", Map.of("limit", 1)).object().get("results"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(client().call("comments-list", Map.of("project_id", 1)).object())
                .isEqualTo(one.get("comments/"));
    }

    @Test
    void the_project_is_that_of_the_key_unless_the_call_names_another() {
        two.create("annotations", Map.of("content", "Only in two"));
        var search = Map.of("search", "Only in two");
        var inTwo = McpClient.of(mock).key(mock.keyForProject("2", "*"));
        assertThat(inTwo.call("annotations-list", search).object().get("count")).isEqualTo(1);
        assertThat(client().call("annotations-list", search).object().get("count"))
                .isEqualTo(0);
        assertThat(client().call("annotations-list", Map.of("search", "Only in two", "project_id", 2))
                        .object()
                        .get("count"))
                .isEqualTo(1);
        assertThat(inTwo.call("annotations-list", Map.of("project_id", "1")).refusal())
                .startsWith("permission_denied: API key does not have access to the requested project");
    }

    @Test
    void refusals_have_posthogs_words() {
        var retrieve = Map.of("id", 900_000_000);
        var none = McpClient.of(mock);
        assertThat(none.call("annotation-retrieve", retrieve).refusal())
                .isEqualTo("not_authenticated: Authentication credentials were not provided.");
        assertThat(none.call("annotations-list", Map.of("personal_api_key", mock.key("*")))
                        .refusal())
                .startsWith("not_authenticated");
        assertThat(none.key("phx_unknown").call("annotation-retrieve", retrieve).refusal())
                .startsWith("authentication_failed");
        assertThat(none.key(mock.key("cohort:read"))
                        .call("annotation-retrieve", retrieve)
                        .refusal())
                .isEqualTo("permission_denied: API key missing required scope 'annotation:read'");
        var unknown = client().call("annotation-retrieve", retrieve);
        assertThat(unknown.refusal()).isEqualTo("not_found: Not found.");
        assertThat(unknown.at("/result/_meta/dev.core7~1status")).isEqualTo(404);
        assertThat(client().call("annotation-retrieve", Map.of()).refusal())
                .isEqualTo("required: This field is required.");
        assertThat(client().call("annotation-retrieve", Map.of("id", "a/../b?c#d"))
                        .refusal())
                .startsWith("not_found");
    }

    @Test
    void violations_are_reported_and_requests_recorded() {
        var reply = client().call("annotation-create", Map.of("content", 5, "colour", "red"));
        assertThat(String.valueOf(reply.at("/result/_meta/dev.core7~1violations")))
                .contains("body colour");
        assertThat(mock.violations().toString()).contains("body colour");
        client().call("annotations-list", Map.of("project_id", 1));
        mock.wireMock().verify(1, getRequestedFor(urlPathEqualTo(ANNOTATIONS)));
    }

    @Test
    void a_mock_without_state_returns_the_examples() {
        restart(MockOptions.defaults());
        assertThat(client().call("annotation-retrieve", Map.of("id", 7)).object())
                .isEqualTo(one().get("annotations/7/"));
        assertThat(client().call("annotation-delete", Map.of("id", 7)).object().get("content"))
                .isNotNull();
        var refused = new ArrayList<String>();
        for (String tool : listed().keySet()) {
            var reply = client().call(tool, Map.of("id", 900_000_000, "person_ids", List.of()));
            if (Boolean.TRUE.equals(reply.at("/result/isError"))) {
                refused.add(tool);
            }
        }
        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "annotation-retrieve",
                        "annotations-partial-update",
                        "annotation-delete",
                        "cohorts-retrieve",
                        "cohorts-partial-update",
                        "cohorts-add-persons-to-static-cohort-partial-update");
    }

    private Project one() {
        return new Project(mock, "1");
    }
}
