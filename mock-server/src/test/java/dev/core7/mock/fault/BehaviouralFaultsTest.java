package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import dev.core7.mock.Stateful;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests the effects of individual faults across several requests. */
class BehaviouralFaultsTest extends Stateful {
    private static final List<Fault> FAULTS = Faults.behavioural(CONTRACT);

    private void play(String id) {
        mock.activate(FAULTS.stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void every_kind_of_fault_occurs() {
        var kinds = new TreeSet<String>();
        FAULTS.forEach(fault -> kinds.add(fault.kind()));
        assertThat(kinds)
                .containsExactly(
                        "all-members-removed",
                        "another-id-answered",
                        "broken-cursor-accepted",
                        "change-time-frozen",
                        "count-too-high",
                        "count-wrong",
                        "create-ignores-persons",
                        "create-makes-two",
                        "created-by-someone-else",
                        "csv-not-quoted",
                        "csv-without-header",
                        "csv-without-members",
                        "cursor-ignored",
                        "default-of-another",
                        "delete-deletes",
                        "delete-without-effect",
                        "dynamic-cohort-takes-members",
                        "entity-tag-frozen",
                        "field-answered-not-kept",
                        "field-lost-on-create",
                        "field-lost-on-update",
                        "filter-or",
                        "foreign-object-retrieved",
                        "foreign-object-updated",
                        "foreign-objects-listed",
                        "get-changes",
                        "hidden-object-deleted",
                        "hidden-object-lost",
                        "history-for-nobody",
                        "ids-reused",
                        "later-page-needs-no-scope",
                        "later-page-too-long",
                        "length-in-bytes",
                        "limit-off-by-one",
                        "listed-twice",
                        "member-added-twice",
                        "member-count-wrong",
                        "member-not-added",
                        "member-not-removed",
                        "members-change-everywhere",
                        "newest-hidden",
                        "next-drops-filters",
                        "next-missing",
                        "next-never-ends",
                        "next-to-itself",
                        "null-ignored",
                        "object-in-every-project",
                        "order-unstable",
                        "other-object-retrieved",
                        "other-object-updated",
                        "page-off-by-one",
                        "page-overlaps",
                        "parameter-ignored",
                        "parameter-ignored-beside",
                        "previous-reversed",
                        "previous-wrong",
                        "read-advances",
                        "read-only-field-written",
                        "read-only-refused",
                        "restore-without-effect",
                        "search-matches-any-word",
                        "search-minds-case",
                        "search-takes-wildcards",
                        "server-value-moves",
                        "server-value-odd",
                        "shown-otherwise",
                        "soft-delete-hides-too-much",
                        "soft-delete-without-effect",
                        "text-field-mangled",
                        "text-mangled",
                        "time-mangled",
                        "twin-hidden-too",
                        "twin-updated-too",
                        "update-replaces",
                        "update-resets",
                        "updated-at-goes-back",
                        "write-not-kept");
    }

    @Test
    void every_list_parameter_is_ignored_by_one_fault() {
        assertThat(FAULTS.stream()
                        .filter(fault -> fault.id().startsWith("comments_list/parameter-ignored/"))
                        .map(fault -> fault.id().replaceFirst(".*/", "")))
                .containsExactly("completed", "item_id", "kind", "scope", "search", "source_comment");
    }

    @Test
    void ignored_parameter_stays_in_links() {
        play("annotations_list/parameter-ignored/offset");
        assertThat(one.get("annotations/?limit=2&offset=4&search=string"))
                .containsEntry("next", mock.url() + "/api/projects/1/annotations/?limit=2&offset=2&search=string");
    }

    @Test
    void field_that_is_returned_but_not_stored_is_missing_in_the_next_read() {
        var path = one.createPath("annotations", Map.of("content", "before"));
        play("annotations_partial_update/field-answered-not-kept/content");
        assertThat(one.patch(path, Map.of("content", "after"))).containsEntry("content", "after");
        assertThat(one.get(path)).containsEntry("content", "before");
    }

    @Test
    void replacing_update_resets_omitted_fields() {
        var path = one.createPath("cohorts", Map.of("name", "x", "description", "y", "is_static", true));
        play("cohorts_partial_update/update-replaces");
        assertThat(one.patch(path, Map.of("name", "z")))
                .containsEntry("name", "z")
                .containsEntry("description", "")
                .containsEntry("is_static", false);
    }

    @Test
    void update_of_another_object_responds_correctly_and_changes_the_other_object() {
        var other = one.createPath("annotations", Map.of("content", "other"));
        var path = "annotations/" + mock.seedIds("1", "annotations").get(0) + "/";
        var before = one.get(path);
        play("annotations_partial_update/other-object-updated");
        assertThat(one.patch(path, Map.of("content", "mine"))).containsEntry("content", "mine");
        assertThat(one.get(path)).isEqualTo(before);
        assertThat(one.get(other)).containsEntry("content", "mine");
    }

    @Test
    void ids_are_reused_repeatedly() {
        play("annotations_create/ids-reused");
        var first = one.create("annotations", Map.of("content", "first"));
        var second = one.create("annotations", Map.of("content", "second"));
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(one.get("annotations/" + first.get("id") + "/")).containsEntry("content", "second");
    }

    @Test
    void creators_differ_between_objects_and_are_stored() {
        play("cohorts_create/created-by-someone-else");
        var first = one.create("cohorts", Map.of());
        assertThat(one.create("cohorts", Map.of()).get("created_by")).isNotEqualTo(first.get("created_by"));
        assertThat(one.get("cohorts/" + first.get("id") + "/").get("created_by"))
                .isEqualTo(first.get("created_by"));
    }

    @Test
    void update_time_goes_back() {
        var created = one.create("annotations", Map.of());
        play("annotations_partial_update/updated-at-goes-back");
        var updated = one.patch("annotations/" + created.get("id") + "/", Map.of());
        assertThat(Instant.parse(String.valueOf(updated.get("updated_at"))))
                .isBefore(Instant.parse(String.valueOf(created.get("updated_at"))));
    }

    @Test
    void dynamic_cohort_accepts_and_lists_members() {
        var path = one.createPath("cohorts", Map.of());
        play("cohorts_add_persons_to_static_cohort_partial_update/dynamic-cohort-takes-members");
        var persons = mock.seedIds("1", "persons");
        assertThat(one.status(
                        "PATCH", path + "add_persons_to_static_cohort/", Json.write(Map.of("person_ids", persons))))
                .isEqualTo(200);
        assertThat(one.list(path + "persons/")).hasSameSizeAs(persons);
    }

    @Test
    void endless_pages_become_empty_and_still_have_a_next_link() {
        play("annotations_list/next-never-ends");
        var last = one.get("annotations/?limit=6&offset=6");
        var beyond = one.get(String.valueOf(one.link(last, "next")));
        assertThat(beyond).containsEntry("results", List.of());
        assertThat(beyond.get("next")).isNotNull().isNotEqualTo(last.get("next"));
    }

    @Test
    void only_objects_of_other_projects_become_accessible() {
        play("cohorts_retrieve/foreign-object-retrieved");
        assertThat(one.status("GET", "cohorts/" + mock.seedIds("2", "cohorts").get(0) + "/", ""))
                .isEqualTo(200);
        assertThat(one.status("GET", "cohorts/77/", "")).isEqualTo(404);
    }

    @Test
    void only_deleted_objects_are_still_retrieved() {
        var path = one.createPath("annotations", Map.of("deleted", true));
        play("annotations_retrieve/soft-delete-without-effect");
        assertThat(one.get(path)).containsEntry("deleted", true);
        assertThat(one.status("GET", "annotations/77/", "")).isEqualTo(404);
    }

    /** Except those that change what a response shows. */
    @Test
    void state_faults_change_nothing_without_state() {
        try (var replay = MockServer.start(CONTRACT)) {
            var project = new Project(replay, "1");
            var right = project.send("GET", "annotations/?limit=3", "").body();
            FAULTS.stream()
                    .filter(fault -> fault.operationId().equals("annotations_list"))
                    .filter(fault -> !fault.kind().equals("shown-otherwise"))
                    .forEach(fault -> {
                        replay.activate(fault);
                        assertThat(project.send("GET", "annotations/?limit=3", "")
                                        .body())
                                .isEqualTo(right);
                    });
        }
    }
}
