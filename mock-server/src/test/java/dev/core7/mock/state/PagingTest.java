package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Project;
import dev.core7.mock.Stateful;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest extends Stateful {
    @ParameterizedTest
    @ValueSource(strings = {"annotations/?limit=5", "cohorts/?limit=5", "annotations/?limit=12", "cohorts/?limit=1"})
    void joined_pages_equal_the_whole_list(String first) {
        var whole = one.values(first.replaceFirst("\\?.*", ""), "id");
        assertThat(whole).hasSizeGreaterThan(10);
        assertThat(one.idsOnAllPages(first)).isEqualTo(whole);
        assertThat(one.get(first)).containsEntry("count", whole.size());
    }

    @Test
    void links_are_based_on_the_requested_url() {
        var address = mock.url() + "/api/projects/1/annotations";
        var page = one.get("annotations?search=string&offset=4&limit=4");
        assertThat(page)
                .containsEntry("next", address + "?limit=4&offset=8&search=string")
                .containsEntry("previous", address + "?limit=4&search=string");
        assertThat(one.get("annotations?limit=3&offset=7"))
                .containsEntry("next", address + "?limit=3&offset=10")
                .containsEntry("previous", address + "?limit=3&offset=4");
    }

    @Test
    void first_page_has_no_previous_and_last_page_no_next_link() {
        assertThat(one.get("annotations/?limit=6")).containsEntry("previous", null);
        assertThat(one.get("annotations/?limit=6&offset=6")).containsEntry("next", null);
        assertThat(one.get("annotations/")).containsEntry("next", null).containsEntry("previous", null);
    }

    @Test
    void page_beyond_the_end_is_empty_and_has_a_previous_link() {
        var page = one.get("cohorts/?limit=5&offset=500");
        assertThat(page)
                .containsEntry("results", List.of())
                .containsEntry("next", null)
                .containsEntry("count", 12);
        assertThat(page.get("previous")).isEqualTo(mock.url() + "/api/projects/1/cohorts/?limit=5&offset=495");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x", "limit=99999999999", "limit="})
    void invalid_values_are_ignored(String query) {
        assertThat(one.values("annotations/?" + query, "id")).isEqualTo(one.values("annotations/", "id"));
    }

    @Test
    void page_has_the_default_size_of_the_contract() {
        for (int i = 0; i < 100; i++) {
            one.create("cohorts", Map.of());
            one.create("annotations", Map.of());
        }
        assertThat(one.list("cohorts/")).hasSize(100);
        assertThat(one.list("annotations/")).hasSize(112);
        assertThat(one.list("comments/")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"comments/, 24", "comments/?scope=string-1, 16", "comments/?search=string, 24"})
    void joined_cursor_pages_equal_the_whole_list(String first, int size) {
        assertThat(one.idsOnAllPages(first)).hasSize(size).doesNotHaveDuplicates();
    }

    @Test
    void previous_cursor_leads_to_the_previous_page() {
        var first = one.get("comments/");
        var second = one.get(one.link(first, "next"));
        assertThat(first).containsEntry("previous", null);
        assertThat(one.get(one.link(second, "previous")).get("results")).isEqualTo(first.get("results"));
        assertThat(second.get("results")).isNotEqualTo(first.get("results"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "null", "1", "cD00ODY%3D"})
    void invalid_cursor_is_not_found(String cursor) {
        var response = one.send("GET", "comments/?cursor=" + cursor, "");
        assertThat(response.status()).isEqualTo(404);
        assertThat(Project.fields(response.json()))
                .containsEntry("code", "not_found")
                .containsEntry("attr", null);
    }

    @Test
    void annotations_are_sorted_by_marker_descending_with_unmarked_ones_first() {
        var early = one.create("annotations", Map.of("date_marker", "2001-01-01T00:00:00Z"))
                .get("id");
        var late = one.create("annotations", Map.of("date_marker", "2031-01-01T00:00:00.5Z"))
                .get("id");
        var lateAsWell = one.create("annotations", Map.of("date_marker", "2031-01-01T00:00:00Z"))
                .get("id");
        var never = one.create("annotations", Map.of()).get("id");
        var ids = one.values("annotations/", "id");
        assertThat(ids).startsWith(never, late, lateAsWell).endsWith(early);
    }

    @Test
    void cohorts_are_sorted_newest_first() {
        var older = one.create("cohorts", Map.of()).get("id");
        var newer = one.create("cohorts", Map.of()).get("id");
        assertThat(one.values("cohorts/?limit=2", "id")).containsExactly(newer, older);
    }
}
