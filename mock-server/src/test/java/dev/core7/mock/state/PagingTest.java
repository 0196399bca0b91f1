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
    void pages_joined_are_the_whole_without_gap_or_double(String first) {
        var whole = one.listed(first.replaceFirst("\\?.*", ""), "id");
        assertThat(whole).hasSizeGreaterThan(10);
        assertThat(one.joined(first)).isEqualTo(whole);
        assertThat(one.get(first)).containsEntry("count", whole.size());
    }

    @Test
    void links_are_built_from_the_address_that_was_called() {
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
    void first_and_last_page_have_no_link_outwards() {
        assertThat(one.get("annotations/?limit=6")).containsEntry("previous", null);
        assertThat(one.get("annotations/?limit=6&offset=6")).containsEntry("next", null);
        assertThat(one.get("annotations/")).containsEntry("next", null).containsEntry("previous", null);
    }

    @Test
    void beyond_the_end_is_an_empty_page_with_the_way_back() {
        var page = one.get("cohorts/?limit=5&offset=500");
        assertThat(page)
                .containsEntry("results", List.of())
                .containsEntry("next", null)
                .containsEntry("count", 12);
        assertThat(page.get("previous")).isEqualTo(mock.url() + "/api/projects/1/cohorts/?limit=5&offset=495");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "offset=-1", "offset=x", "limit=99999999999", "limit="})
    void wrong_values_are_ignored(String query) {
        assertThat(one.listed("annotations/?" + query, "id")).isEqualTo(one.listed("annotations/", "id"));
    }

    @Test
    void a_page_holds_as_many_as_the_contract_says() {
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
    void cursor_pages_joined_are_the_whole(String first, int size) {
        assertThat(one.joined(first)).hasSize(size).doesNotHaveDuplicates();
    }

    @Test
    void cursors_lead_back_to_where_they_came_from() {
        var first = one.get("comments/");
        var second = one.get(one.link(first, "next"));
        assertThat(first).containsEntry("previous", null);
        assertThat(one.get(one.link(second, "previous")).get("results")).isEqualTo(first.get("results"));
        assertThat(second.get("results")).isNotEqualTo(first.get("results"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "null", "1", "cD00ODY%3D"})
    void a_cursor_that_was_never_handed_out_is_not_found(String cursor) {
        var answer = one.send("GET", "comments/?cursor=" + cursor, "");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Project.fields(answer.json()))
                .containsEntry("code", "not_found")
                .containsEntry("attr", null);
    }

    @Test
    void annotations_come_by_their_marker_latest_first_and_unmarked_before() {
        var early = one.create("annotations", Map.of("date_marker", "2001-01-01T00:00:00Z"))
                .get("id");
        var late = one.create("annotations", Map.of("date_marker", "2031-01-01T00:00:00.5Z"))
                .get("id");
        var lateAsWell = one.create("annotations", Map.of("date_marker", "2031-01-01T00:00:00Z"))
                .get("id");
        var never = one.create("annotations", Map.of()).get("id");
        var ids = one.listed("annotations/", "id");
        assertThat(ids).startsWith(never, late, lateAsWell).endsWith(early);
    }

    @Test
    void cohorts_come_newest_first() {
        var older = one.create("cohorts", Map.of()).get("id");
        var newer = one.create("cohorts", Map.of()).get("id");
        assertThat(one.listed("cohorts/?limit=2", "id")).containsExactly(newer, older);
    }
}
