package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Project;
import dev.core7.mock.Stateful;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The activity of cohorts and their calculations. */
class HistoryTest extends Stateful {
    private static final String FILTERS = "{\"filters\": {\"properties\": {\"type\": \"AND\", \"values\": []}}}";

    private List<@Nullable Object> activities(String path) {
        return one.values(path, "activity");
    }

    @Test
    void lists_what_happened_newest_first() {
        var cohort = one.createPath("cohorts", Map.of("name", "a", "is_static", true));
        one.patch(cohort, Map.of("name", "b"));
        one.patch(cohort, Map.of("name", "b"));
        one.patch(cohort, Map.of("deleted", true));
        one.patch(cohort, Map.of("deleted", false));
        String person = mock.seedIds("1", "persons").get(0);
        one.send("PATCH", cohort + "add_persons_to_static_cohort/", "{\"person_ids\": [\"" + person + "\"]}");
        one.send("PATCH", cohort + "remove_person_from_static_cohort/", "{\"person_id\": \"" + person + "\"}");
        assertThat(activities(cohort + "activity/"))
                .isEqualTo(List.of(
                        "person_removed_manually",
                        "persons_added_manually",
                        "restored",
                        "deleted",
                        "updated",
                        "created"));
        assertThat(one.values(cohort + "calculation_history/", "id")).isEmpty();
        assertThat(two.values("cohorts/activity/", "id")).isEmpty();
    }

    @Test
    void entry_has_user_name_and_changes() {
        var cohort = one.createPath("cohorts", Map.of("name", "a"));
        one.patch(cohort, Map.of("name", "b"));
        var entry = one.list(cohort + "activity/").get(0);
        assertThat(entry)
                .containsEntry("scope", "Cohort")
                .containsEntry("item_id", cohort.split("/")[1])
                .containsEntry("user", Map.of("first_name", "string", "email", "user@example.com"));
        assertThat(Project.fields(entry.get("detail")))
                .containsEntry("name", "b")
                .containsEntry(
                        "changes",
                        List.of(Map.of(
                                "type", "Cohort", "action", "changed", "field", "name", "before", "a", "after", "b")));
    }

    @Test
    void activity_has_pages() {
        for (int i = 0; i < 12; i++) {
            one.create("cohorts", Map.of("name", "c" + i));
        }
        var first = one.get("cohorts/activity/");
        assertThat(first).containsEntry("total_count", 12).containsEntry("previous", null);
        assertThat(first.get("next")).isEqualTo(mock.url() + "/api/projects/1/cohorts/activity/?limit=10&page=2");
        assertThat(one.list("cohorts/activity/?limit=10&page=2")).hasSize(2);
        assertThat(one.get("cohorts/activity/?limit=10&page=2").get("next")).isNull();
    }

    @Test
    void dynamic_cohorts_are_calculated_after_every_write_but_not_after_deletion() {
        var cohort = one.createPath("cohorts", Map.of("name", "a"));
        one.send("PATCH", cohort, FILTERS);
        one.patch(cohort, Map.of("deleted", true));
        var history = one.get(cohort + "calculation_history/?limit=1");
        assertThat(history)
                .containsEntry("count", 2)
                .containsEntry("next", "?limit=1&offset=1")
                .containsEntry("previous", null);
        assertThat(one.list(cohort + "calculation_history/").get(0))
                .containsEntry("is_completed", true)
                .containsEntry("is_successful", true)
                .containsEntry("error", null);
    }

    @Test
    void reset_forgets_it() {
        one.create("cohorts", Map.of("name", "a"));
        mock.resetState();
        assertThat(activities("cohorts/activity/")).isEmpty();
    }
}
