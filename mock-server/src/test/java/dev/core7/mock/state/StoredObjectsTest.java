package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.Project;
import dev.core7.mock.Stateful;
import dev.core7.mock.fault.Probes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredObjectsTest extends Stateful {
    @Test
    void created_object_is_retrieved_and_listed_unchanged() {
        var created = one.create("annotations", Map.of("content", "A release", "scope", "project"));
        assertThat(one.get("annotations/" + created.get("id") + "/")).isEqualTo(created);
        assertThat(one.list("annotations/")).contains(created);
        assertThat(created).containsEntry("content", "A release").containsEntry("scope", "project");
    }

    @Test
    void omitted_fields_have_the_defaults_of_posthog() {
        assertThat(one.create("annotations", Map.of()))
                .containsEntry("content", null)
                .containsEntry("date_marker", null)
                .containsEntry("creation_type", "USR")
                .containsEntry("scope", "dashboard_item")
                .containsEntry("deleted", false)
                .containsEntry("insight_name", null);
        assertThat(one.create("cohorts", Map.of()))
                .containsEntry("description", "")
                .containsEntry("groups", List.of())
                .containsEntry("filters", Map.of("properties", Map.of()))
                .containsEntry("version", null)
                .containsEntry("errors_calculating", 0)
                .containsEntry("is_static", false)
                .containsEntry("count", null)
                .containsEntry("experiment_set", List.of());
    }

    @Test
    void annotation_of_the_organization_is_shown_in_other_projects_and_moved_by_their_updates() {
        var other = new Project(mock, "2");
        var shared = one.create("annotations", Map.of("content", "Outage", "scope", "organization"));
        var own = one.create("annotations", Map.of("content", "Release", "scope", "project"));
        String path = "annotations/" + shared.get("id") + "/";
        assertThat(other.list("annotations/")).contains(shared).doesNotContain(own);
        assertThat(other.get(path)).isEqualTo(shared);
        assertThat(other.status("GET", "annotations/" + own.get("id") + "/", ""))
                .isEqualTo(404);

        assertThat(other.patch(path, Map.of("scope", "project"))).containsEntry("content", "Outage");
        assertThat(other.get(path)).containsEntry("scope", "project");
        assertThat(one.status("GET", path, "")).isEqualTo(404);
        assertThat(one.values("annotations/", "id")).doesNotContain(shared.get("id"));
    }

    @Test
    void server_sets_times_and_creator() {
        var created = one.create("annotations", Map.of());
        assertThat(Instant.parse(String.valueOf(created.get("created_at"))))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(created.get("updated_at")).isEqualTo(created.get("created_at"));
        assertThat(Project.fields(created.get("created_by"))).containsEntry("email", "user@example.com");
        assertThat(one.create("cohorts", Map.of()).get("created_by")).isEqualTo(created.get("created_by"));
    }

    @Test
    void update_changes_sent_fields_and_the_update_time() {
        var path = one.createPath("annotations", Map.of("content", "before", "scope", "project"));
        var before = one.get(path);
        var after = one.patch(path, Map.of("content", "after"));
        assertThat(one.get(path)).isEqualTo(after);
        assertThat(Instant.parse(String.valueOf(after.get("updated_at"))))
                .isAfterOrEqualTo(Instant.parse(String.valueOf(before.get("updated_at"))));
        var expected = new HashMap<>(before);
        expected.put("content", "after");
        expected.put("updated_at", after.get("updated_at"));
        assertThat(after).isEqualTo(expected);
    }

    @Test
    void empty_update_changes_nothing() {
        var path = one.createPath("cohorts", Map.of("name", "same", "is_static", true));
        var before = one.get(path);
        assertThat(one.patch(path, Map.of())).isEqualTo(before);
    }

    @Test
    void read_only_and_unknown_fields_are_ignored() {
        var sent = Map.of("id", 5, "created_at", "2001-01-01T00:00:00Z", "dashboard_name", "x", "no_such_field", 1);
        var created = one.create("annotations", sent);
        assertThat(created)
                .doesNotContainKey("no_such_field")
                .containsEntry("dashboard_name", null)
                .doesNotContainEntry("id", 5)
                .doesNotContainEntry("created_at", "2001-01-01T00:00:00Z");
        assertThat(one.patch("annotations/" + created.get("id") + "/", sent))
                .containsEntry("id", created.get("id"))
                .containsEntry("created_at", created.get("created_at"))
                .containsEntry("dashboard_name", null);
    }

    @Test
    void responses_contain_no_write_only_fields() {
        var path = one.createPath("cohorts", Map.of("_create_in_folder", "x", "is_static", true));
        assertThat(one.get(path)).doesNotContainKeys("_create_in_folder", "_create_static_person_ids");
        assertThat(one.list("comments/"))
                .allSatisfy(comment -> assertThat(comment).doesNotContainKeys("mentions", "slug"));
    }

    @Test
    void values_are_converted_as_in_posthog() {
        var sent = new HashMap<String, Object>(Map.of("content", 5, "date_marker", "2024-01-01T10:00:00.5+02:00"));
        assertThat(one.create("annotations", sent))
                .containsEntry("content", "5")
                .containsEntry("date_marker", "2024-01-01T08:00:00.500000Z");
        var empty = new HashMap<String, @Nullable Object>(Map.of("is_static", "yes"));
        empty.put("filters", null);
        assertThat(one.create("cohorts", empty))
                .containsEntry("is_static", true)
                .containsEntry("filters", Map.of("properties", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<b>&amp;\"'</b>", "𝄞 🦔 שלום", "line\n\t  line"})
    void texts_are_stored_unchanged(String text) {
        var path = one.createPath("annotations", Map.of("content", text));
        assertThat(one.get(path)).containsEntry("content", text);
    }

    @Test
    void dynamic_cohort_is_calculating_right_after_a_write() {
        var dynamic = one.create("cohorts", Map.of("name", "x"));
        assertThat(dynamic).containsEntry("is_calculating", true);
        var path = "cohorts/" + dynamic.get("id") + "/";
        assertThat(one.get(path)).containsEntry("is_calculating", false);
        assertThat(one.patch(path, Map.of("name", "y"))).containsEntry("is_calculating", true);
        assertThat(one.create("cohorts", Map.of("is_static", true))).containsEntry("is_calculating", false);
    }

    @Test
    void criteria_of_a_static_cohort_cannot_be_changed() {
        var criteria = Map.of(
                "properties",
                Map.of("type", "OR", "values", List.of(Map.of("type", "person", "key", "a", "operator", "is_set"))));
        var fixed = one.createPath("cohorts", Map.of("is_static", true));
        var before = one.get(fixed);
        assertThat(one.status("PATCH", fixed, Json.write(Map.of("name", "y", "filters", criteria))))
                .isEqualTo(400);
        assertThat(one.get(fixed)).isEqualTo(before);
        assertThat(one.status("PATCH", fixed, "{\"filters\": {\"properties\": {}}}"))
                .isEqualTo(200);
    }

    @Test
    void hard_deletion_is_refused_without_effect() {
        for (String path : List.of(one.createPath("annotations", Map.of()), one.createPath("cohorts", Map.of()))) {
            var before = one.get(path);
            assertThat(one.status("DELETE", path, "")).isEqualTo(405);
            assertThat(one.get(path)).isEqualTo(before);
        }
    }

    @Test
    void form_is_read_like_json() {
        var response = Client.withAllScopes(mock)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("content=a+b&deleted=false&dashboard_item=7")
                .send("POST", "/api/projects/1/annotations/");
        assertThat(Project.fields(response.json()))
                .containsEntry("content", "a b")
                .containsEntry("deleted", false)
                .containsEntry("dashboard_item", 7);
    }

    @Test
    void every_operation_responds_with_404_to_a_missing_object() {
        CONTRACT.operations().stream()
                .filter(operation -> operation.path().contains("{id}")
                        && !operation.success().isError())
                .forEach(operation ->
                        assertThat(statusOf(operation, "77")).as(operation.id()).isEqualTo(404));
    }

    private int statusOf(Operation operation, String id) {
        return new Probes(mock, CONTRACT)
                .documented(operation)
                .scopes("*")
                .send(operation.method(), Probes.path(operation, id))
                .status();
    }

    @Test
    void every_response_matches_the_contract() {
        var probes = new Probes(mock, CONTRACT);
        for (Operation operation : CONTRACT.operations()) {
            String id = operation.path().contains("roles")
                    ? mock.seedIds("1", "roles").get(0)
                    : mock.seedIds("1", operation.path().contains("cohorts") ? "cohorts" : "annotations")
                            .get(0);
            var response =
                    probes.documented(operation).scopes("*").send(operation.method(), Probes.path(operation, id));
            assertThat(response.status())
                    .as(operation.id())
                    .isEqualTo(operation.success().status());
            operation
                    .success()
                    .json()
                    .ifPresent(json -> assertThat(json.schema().violations(response.json()))
                            .as(operation.id())
                            .isEmpty());
            operation
                    .success()
                    .observed()
                    .ifPresent(schema -> assertThat(schema.violations(response.json()))
                            .as(operation.id())
                            .isEmpty());
        }
    }
}
