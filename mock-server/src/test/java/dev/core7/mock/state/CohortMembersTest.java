package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.mock.Client;
import dev.core7.mock.Stateful;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CohortMembersTest extends Stateful {
    private static final String NOBODY = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    private String first = "";
    private String second = "";
    private String cohort = "";

    @BeforeEach
    void createStaticCohort() {
        first = mock.seedIds("1", "persons").get(0);
        second = mock.seedIds("1", "persons").get(1);
        cohort = one.createPath("cohorts", Map.of("is_static", true));
    }

    private Client.Response add(String path, String... ids) {
        return one.send(
                "PATCH", path + "add_persons_to_static_cohort/", Json.write(Map.of("person_ids", List.of(ids))));
    }

    private Client.Response remove(String path, String id) {
        return one.send("PATCH", path + "remove_person_from_static_cohort/", Json.write(Map.of("person_id", id)));
    }

    private List<?> members(String path) {
        return one.values(path + "persons/", "uuid");
    }

    @Test
    void persons_are_added_once_and_removed() {
        assertThat(add(cohort, first).body()).isEqualTo("{\"success\":true}");
        add(cohort, first, second);
        assertThat(members(cohort)).isEqualTo(List.of(first, second));
        assertThat(one.get(cohort)).containsEntry("count", 2);
        assertThat(remove(cohort, first).body()).isEqualTo("{\"success\":true}");
        assertThat(members(cohort)).isEqualTo(List.of(second));
        assertThat(one.get(cohort)).containsEntry("count", 1);
    }

    @Test
    void only_known_persons_can_be_removed() {
        add(cohort, first);
        assertThat(remove(cohort, second).status()).isEqualTo(200);
        assertThat(remove(cohort, NOBODY).status()).isEqualTo(404);
        assertThat(members(cohort)).isEqualTo(List.of(first));
    }

    @Test
    void unknown_persons_are_ignored_if_one_is_known() {
        assertThat(add(cohort, NOBODY, first).status()).isEqualTo(200);
        assertThat(members(cohort)).isEqualTo(List.of(first));
        assertThat(add(cohort, NOBODY, UUID.randomUUID().toString()).status()).isEqualTo(400);
        assertThat(members(cohort)).isEqualTo(List.of(first));
    }

    @Test
    void cohort_contains_the_persons_given_at_creation() {
        var created =
                one.create("cohorts", Map.of("is_static", true, "_create_static_person_ids", List.of(second, NOBODY)));
        var path = "cohorts/" + created.get("id") + "/";
        assertThat(created).containsEntry("count", 1);
        assertThat(members(path)).isEqualTo(List.of(second));
        one.patch(path, Map.of("_create_static_person_ids", List.of(first)));
        assertThat(members(path)).isEqualTo(List.of(second));
    }

    @Test
    void dynamic_cohort_accepts_no_persons() {
        var dynamic = one.createPath("cohorts", Map.of("_create_static_person_ids", List.of(first)));
        assertThat(add(dynamic, first).status()).isEqualTo(400);
        assertThat(remove(dynamic, first).status()).isEqualTo(400);
        assertThat(members(dynamic)).isEqualTo(List.of());
        assertThat(one.get(dynamic)).containsEntry("count", null);
    }

    @Test
    void persons_are_paged() {
        add(cohort, first, second);
        assertThat(one.idsOnAllPages(cohort + "persons/?limit=1")).isEqualTo(List.of(first, second));
        assertThat(one.get(cohort + "persons/")).containsOnlyKeys("results", "next", "previous");
    }

    @Test
    void csv_has_a_header_line_and_one_line_per_person() {
        assertThat(one.send("GET", cohort + "persons/?format=csv", "").body())
                .isEqualTo("id,email,name,created_at\r\n");
        add(cohort, first, second);
        var response = one.send("GET", cohort + "persons/?format=csv", "");
        assertThat(response.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(response.body().lines()).hasSize(3).last().asString().startsWith(second + ",");
    }

    @Test
    void only_existing_cohorts_have_activity_and_history() {
        assertThat(one.get(cohort + "activity/")).containsEntry("total_count", 1);
        assertThat(one.get(cohort + "calculation_history/")).containsEntry("count", 0);
        assertThat(one.get("cohorts/activity/")).containsEntry("total_count", 1);
        assertThat(one.send("GET", "cohorts/77/activity/", "").body()).isEmpty();
        assertThat(one.get("cohorts/77/calculation_history/")).containsEntry("code", "not_found");
    }
}
