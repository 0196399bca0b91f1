package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Stateful;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftDeleteTest extends Stateful {
    private static final Map<String, Boolean> DELETED = Map.of("deleted", true);

    @Test
    void a_deleted_annotation_is_gone_from_list_and_retrieve() {
        var created = one.create("annotations", Map.of());
        var path = "annotations/" + created.get("id") + "/";
        assertThat(one.patch(path, DELETED)).containsEntry("deleted", true);
        assertThat(one.listed("annotations/", "id")).doesNotContain(created.get("id"));
        assertThat(one.status("GET", path, "")).isEqualTo(404);
    }

    @Test
    void an_update_brings_a_deleted_annotation_back() {
        var created = one.create("annotations", Map.of("content", "x"));
        var path = "annotations/" + created.get("id") + "/";
        one.patch(path, DELETED);
        one.patch(path, Map.of("deleted", false));
        assertThat(one.get(path)).containsEntry("content", "x").containsEntry("deleted", false);
        assertThat(one.listed("annotations/", "id")).contains(created.get("id"));
    }

    @Test
    void a_deleted_cohort_is_gone_from_the_list_alone() {
        var created = one.create("cohorts", Map.of());
        var path = "cohorts/" + created.get("id") + "/";
        one.patch(path, DELETED);
        assertThat(one.listed("cohorts/", "id")).doesNotContain(created.get("id"));
        assertThat(one.get(path)).containsEntry("deleted", true);
        assertThat(one.status("GET", path + "activity/", "")).isEqualTo(200);
        one.patch(path, Map.of("deleted", false));
        assertThat(one.listed("cohorts/", "id")).contains(created.get("id"));
    }

    @Test
    void an_annotation_can_be_created_deleted() {
        var created = one.create("annotations", DELETED);
        assertThat(created).containsEntry("deleted", true);
        assertThat(one.status("GET", "annotations/" + created.get("id") + "/", ""))
                .isEqualTo(404);
    }

    @Test
    void a_list_counts_what_it_shows() {
        var path = one.made("annotations", Map.of());
        var before = one.get("annotations/?limit=1").get("count");
        one.patch(path, DELETED);
        assertThat(one.get("annotations/?limit=1").get("count")).isEqualTo((Integer) before - 1);
    }
}
