package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Stateful;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftDeleteTest extends Stateful {
    private static final Map<String, Boolean> DELETED = Map.of("deleted", true);

    @Test
    void deleted_annotation_is_hidden_from_list_and_retrieve() {
        var created = one.create("annotations", Map.of());
        var path = "annotations/" + created.get("id") + "/";
        assertThat(one.patch(path, DELETED)).containsEntry("deleted", true);
        assertThat(one.values("annotations/", "id")).doesNotContain(created.get("id"));
        assertThat(one.status("GET", path, "")).isEqualTo(404);
    }

    @Test
    void update_restores_a_deleted_annotation() {
        var created = one.create("annotations", Map.of("content", "x"));
        var path = "annotations/" + created.get("id") + "/";
        one.patch(path, DELETED);
        one.patch(path, Map.of("deleted", false));
        assertThat(one.get(path)).containsEntry("content", "x").containsEntry("deleted", false);
        assertThat(one.values("annotations/", "id")).contains(created.get("id"));
    }

    @Test
    void deleted_cohort_is_hidden_from_the_list_only() {
        var created = one.create("cohorts", Map.of());
        var path = "cohorts/" + created.get("id") + "/";
        one.patch(path, DELETED);
        assertThat(one.values("cohorts/", "id")).doesNotContain(created.get("id"));
        assertThat(one.get(path)).containsEntry("deleted", true);
        assertThat(one.status("GET", path + "activity/", "")).isEqualTo(200);
        one.patch(path, Map.of("deleted", false));
        assertThat(one.values("cohorts/", "id")).contains(created.get("id"));
    }

    @Test
    void annotation_can_be_created_as_deleted() {
        var created = one.create("annotations", DELETED);
        assertThat(created).containsEntry("deleted", true);
        assertThat(one.status("GET", "annotations/" + created.get("id") + "/", ""))
                .isEqualTo(404);
    }

    @Test
    void list_counts_only_visible_objects() {
        var path = one.createPath("annotations", Map.of());
        var before = one.get("annotations/?limit=1").get("count");
        one.patch(path, DELETED);
        assertThat(one.get("annotations/?limit=1").get("count")).isEqualTo((Integer) before - 1);
    }
}
