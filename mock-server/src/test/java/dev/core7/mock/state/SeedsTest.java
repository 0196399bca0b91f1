package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest extends Stateful {
    private static final String ROLES = "/api/organizations/@current/roles/";

    private int delete(String role) {
        return Client.withAllScopes(mock).send("DELETE", ROLES + role + "/").status();
    }

    @Test
    void every_project_has_its_own_ids() {
        var ids = new ArrayList<Object>();
        for (String project : List.of("1", "2", "3")) {
            for (String name : List.of("annotations", "cohorts", "comments")) {
                var seeded = mock.seedIds(project, name);
                assertThat(seeded).hasSizeGreaterThanOrEqualTo(12);
                ids.addAll(seeded);
            }
        }
        ids.add(String.valueOf(one.create("annotations", Map.of()).get("id")));
        ids.add(String.valueOf(two.create("cohorts", Map.of()).get("id")));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void seeded_ids_are_those_in_the_list() {
        var listed = two.values("cohorts/", "id").stream().map(String::valueOf).toList();
        assertThat(mock.seedIds("2", "cohorts")).containsExactlyInAnyOrderElementsOf(listed);
        two.create("cohorts", Map.of());
        assertThat(mock.seedIds("2", "cohorts")).hasSameSizeAs(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "cohorts"})
    void object_of_another_project_is_not_accessible(String collection) {
        var path = collection + "/" + mock.seedIds("2", collection).get(0) + "/";
        var before = two.get(path);
        assertThat(one.status("GET", path, "")).isEqualTo(404);
        assertThat(one.status("PATCH", path, "{\"deleted\": true}")).isEqualTo(404);
        assertThat(one.values(collection + "/", "id")).doesNotContain(before.get("id"));
        assertThat(two.get(path)).isEqualTo(before);
    }

    @Test
    void current_project_is_that_of_the_key_or_project_1() {
        var mine = Client.of(mock).key(mock.keyForProject("2", "*"));
        assertThat(mine.send("GET", "/api/projects/@current/cohorts/").json())
                .extracting("results")
                .isEqualTo(two.get("cohorts/").get("results"));
        assertThat(Client.withAllScopes(mock)
                        .send("GET", "/api/projects/@current/cohorts/")
                        .json())
                .extracting("results")
                .isEqualTo(one.get("cohorts/").get("results"));
    }

    @Test
    void role_can_be_deleted_once() {
        var roles = mock.seedIds("1", "roles");
        assertThat(roles).hasSizeGreaterThanOrEqualTo(3);
        assertThat(roles).allSatisfy(role -> assertThat(delete(role)).isEqualTo(204));
        assertThat(roles).allSatisfy(role -> assertThat(delete(role)).isEqualTo(404));
    }

    @Test
    void seeded_ids_are_the_same_at_each_start() {
        try (var other = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            for (String name : List.of("annotations", "cohorts", "comments", "persons", "roles")) {
                assertThat(other.seedIds("2", name))
                        .isEqualTo(mock.seedIds("2", name))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void person_of_the_examples_exists() {
        assertThat(mock.seedIds("1", "persons"))
                .contains("095be615-a8ad-4c33-8e9c-c7612fbf6c9f")
                .hasSizeGreaterThan(1);
    }

    @Test
    void seeds_contain_all_variants() {
        assertThat(one.values("annotations/", "scope"))
                .contains("dashboard_item", "dashboard", "project")
                .as("without those that other projects share")
                .doesNotContain("organization");
        assertThat(one.values("cohorts/", "is_static")).contains(true, false);
        assertThat(one.values("cohorts/", "count")).contains(1, 3);
        assertThat(one.values("comments/", "source_comment"))
                .contains((Object) null)
                .anySatisfy(source -> assertThat(mock.seedIds("1", "comments")).contains(String.valueOf(source)));
    }

    @Test
    void nothing_is_seeded_without_state() {
        try (var replay = MockServer.start(CONTRACT)) {
            assertThat(replay.seedIds("1", "annotations")).isEmpty();
            assertThat(replay.seedIds("1", "persons")).isEmpty();
        }
    }
}
