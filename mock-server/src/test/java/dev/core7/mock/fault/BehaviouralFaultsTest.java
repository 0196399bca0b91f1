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

/** What some of the behavioural faults do, as somebody sees it who looks for it. */
class BehaviouralFaultsTest extends Stateful {
    private static final List<Fault> FAULTS = Faults.behavioural(CONTRACT);

    private void play(String id) {
        mock.play(FAULTS.stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void there_are_faults_of_every_kind_that_the_contract_gives_ground_for() {
        var kinds = new TreeSet<String>();
        FAULTS.forEach(fault -> kinds.add(fault.kind()));
        assertThat(kinds)
                .containsExactly(
                        "all-members-removed",
                        "broken-cursor-accepted",
                        "count-wrong",
                        "create-ignores-persons",
                        "created-by-someone-else",
                        "csv-without-header",
                        "csv-without-members",
                        "cursor-ignored",
                        "delete-deletes",
                        "delete-without-effect",
                        "dynamic-cohort-takes-members",
                        "field-answered-not-kept",
                        "field-lost-on-create",
                        "field-lost-on-update",
                        "filter-or",
                        "foreign-object-retrieved",
                        "foreign-object-updated",
                        "foreign-objects-listed",
                        "get-changes",
                        "history-for-nobody",
                        "ids-reused",
                        "limit-off-by-one",
                        "member-added-twice",
                        "member-count-wrong",
                        "member-not-added",
                        "member-not-removed",
                        "next-missing",
                        "next-never-ends",
                        "next-to-itself",
                        "order-unstable",
                        "other-object-retrieved",
                        "other-object-updated",
                        "page-off-by-one",
                        "page-overlaps",
                        "parameter-ignored",
                        "previous-wrong",
                        "read-only-field-written",
                        "restore-without-effect",
                        "search-matches-any-word",
                        "soft-delete-hides-too-much",
                        "soft-delete-without-effect",
                        "text-mangled",
                        "update-replaces",
                        "updated-at-goes-back",
                        "write-not-kept");
    }

    @Test
    void every_parameter_of_a_list_is_ignored_once() {
        assertThat(FAULTS.stream()
                        .filter(fault -> fault.id().startsWith("comments_list/parameter-ignored/"))
                        .map(fault -> fault.id().replaceFirst(".*/", "")))
                .containsExactly("completed", "item_id", "kind", "scope", "search", "source_comment");
    }

    @Test
    void links_stay_as_they_are_where_a_parameter_is_ignored() {
        play("annotations_list/parameter-ignored/offset");
        assertThat(one.get("annotations/?limit=2&offset=4&search=string"))
                .containsEntry("next", mock.url() + "/api/projects/1/annotations/?limit=2&offset=2&search=string");
    }

    @Test
    void a_field_that_is_answered_and_not_kept_shows_in_the_next_read() {
        var path = one.made("annotations", Map.of("content", "before"));
        play("annotations_partial_update/field-answered-not-kept/content");
        assertThat(one.patch(path, Map.of("content", "after"))).containsEntry("content", "after");
        assertThat(one.get(path)).containsEntry("content", "before");
    }

    @Test
    void an_update_that_replaces_resets_what_is_not_sent() {
        var path = one.made("cohorts", Map.of("name", "x", "description", "y", "is_static", true));
        play("cohorts_partial_update/update-replaces");
        assertThat(one.patch(path, Map.of("name", "z")))
                .containsEntry("name", "z")
                .containsEntry("description", "")
                .containsEntry("is_static", false);
    }

    @Test
    void an_update_of_another_object_leaves_the_right_answer_and_the_wrong_object() {
        var other = one.made("annotations", Map.of("content", "other"));
        var path = "annotations/" + mock.seeded("1", "annotations").get(0) + "/";
        var before = one.get(path);
        play("annotations_partial_update/other-object-updated");
        assertThat(one.patch(path, Map.of("content", "mine"))).containsEntry("content", "mine");
        assertThat(one.get(path)).isEqualTo(before);
        assertThat(one.get(other)).containsEntry("content", "mine");
    }

    @Test
    void ids_are_reused_one_after_the_other() {
        play("annotations_create/ids-reused");
        var first = one.create("annotations", Map.of("content", "first"));
        var second = one.create("annotations", Map.of("content", "second"));
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(one.get("annotations/" + first.get("id") + "/")).containsEntry("content", "second");
    }

    @Test
    void creators_differ_from_object_to_object_and_stay() {
        play("cohorts_create/created-by-someone-else");
        var first = one.create("cohorts", Map.of());
        assertThat(one.create("cohorts", Map.of()).get("created_by")).isNotEqualTo(first.get("created_by"));
        assertThat(one.get("cohorts/" + first.get("id") + "/").get("created_by"))
                .isEqualTo(first.get("created_by"));
    }

    @Test
    void the_time_of_an_update_goes_back() {
        var created = one.create("annotations", Map.of());
        play("annotations_partial_update/updated-at-goes-back");
        var updated = one.patch("annotations/" + created.get("id") + "/", Map.of());
        assertThat(Instant.parse(String.valueOf(updated.get("updated_at"))))
                .isBefore(Instant.parse(String.valueOf(created.get("updated_at"))));
    }

    @Test
    void a_dynamic_cohort_takes_members_and_shows_them() {
        var path = one.made("cohorts", Map.of());
        play("cohorts_add_persons_to_static_cohort_partial_update/dynamic-cohort-takes-members");
        var persons = mock.seeded("1", "persons");
        assertThat(one.status(
                        "PATCH", path + "add_persons_to_static_cohort/", Json.write(Map.of("person_ids", persons))))
                .isEqualTo(200);
        assertThat(one.list(path + "persons/")).hasSameSizeAs(persons);
    }

    @Test
    void pages_that_never_end_are_empty_in_the_end_and_go_on() {
        play("annotations_list/next-never-ends");
        var last = one.get("annotations/?limit=6&offset=6");
        var beyond = one.get(String.valueOf(one.link(last, "next")));
        assertThat(beyond).containsEntry("results", List.of());
        assertThat(beyond.get("next")).isNotNull().isNotEqualTo(last.get("next"));
    }

    @Test
    void only_the_object_of_another_project_comes_into_reach_and_nobody_else() {
        play("cohorts_retrieve/foreign-object-retrieved");
        assertThat(one.status("GET", "cohorts/" + mock.seeded("2", "cohorts").get(0) + "/", ""))
                .isEqualTo(200);
        assertThat(one.status("GET", "cohorts/77/", "")).isEqualTo(404);
    }

    @Test
    void only_deleted_ones_are_still_retrieved_and_nobody_else() {
        var path = one.made("annotations", Map.of("deleted", true));
        play("annotations_retrieve/soft-delete-without-effect");
        assertThat(one.get(path)).containsEntry("deleted", true);
        assertThat(one.status("GET", "annotations/77/", "")).isEqualTo(404);
    }

    @Test
    void without_state_a_behavioural_fault_changes_nothing() {
        try (var replay = MockServer.start(CONTRACT)) {
            var project = new Project(replay, "1");
            var right = project.send("GET", "annotations/?limit=3", "").body();
            FAULTS.stream()
                    .filter(fault -> fault.operationId().equals("annotations_list"))
                    .forEach(fault -> {
                        replay.play(fault);
                        assertThat(project.send("GET", "annotations/?limit=3", "")
                                        .body())
                                .isEqualTo(right);
                    });
        }
    }
}
