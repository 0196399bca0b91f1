package dev.core7.examples.vendor;

import static dev.core7.examples.vendor.Vendor.ANNOTATIONS;
import static dev.core7.examples.vendor.Vendor.get;
import static dev.core7.examples.vendor.Vendor.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    @Test
    void an_update_changes_only_the_fields_that_were_sent() {
        var made = send("POST", ANNOTATIONS, """
                {"content": "before", "date_marker": "2026-02-01T10:00:00+02:00", "scope": "project"}""").json();
        var path = ANNOTATIONS + made.get("id").asInt() + "/";

        var changed = send("PATCH", path, """
                {"content": "after", "id": 7, "created_by": null, "no_such_field": true}""").json();

        assertThat(changed.get("content").asString()).isEqualTo("after");
        assertThat(changed.get("date_marker").asString()).isEqualTo("2026-02-01T08:00:00Z");
        assertThat(changed.get("scope")).isEqualTo(made.get("scope"));
        assertThat(changed.get("id")).isEqualTo(made.get("id"));
        assertThat(changed.get("created_by")).isEqualTo(made.get("created_by"));
        assertThat(changed.get("created_at")).isEqualTo(made.get("created_at"));
        assertThat(OffsetDateTime.parse(changed.get("updated_at").asString()))
                .isAfter(OffsetDateTime.parse(made.get("updated_at").asString()));
        assertThat(get(path).json()).isEqualTo(changed);
    }

    @Test
    void null_clears_a_field_and_an_absent_field_does_not_change() {
        var made = send("POST", ANNOTATIONS, """
                {"content": "said", "date_marker": "2026-02-01T10:00:00Z"}""").json();
        var path = ANNOTATIONS + made.get("id").asInt() + "/";

        var changed = send("PATCH", path, "{\"date_marker\": null}").json();

        assertThat(changed.get("date_marker").isNull()).isTrue();
        assertThat(changed.get("content").asString()).isEqualTo("said");
    }

    @Test
    void a_deleted_annotation_is_hidden_until_an_update_restores_it() {
        int id = create("here and gone");
        var path = ANNOTATIONS + id + "/";

        assertThat(send("PATCH", path, "{\"deleted\": true}").status()).isEqualTo(200);
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(listed("?search=gone")).doesNotContain(id);

        assertThat(send("PATCH", path, "{\"deleted\": false}").status()).isEqualTo(200);
        assertThat(get(path).status()).isEqualTo(200);
        assertThat(listed("?search=gone")).contains(id);
    }

    @Test
    void a_delete_request_is_rejected_without_a_body() {
        int id = create("stays");

        var answer = send("DELETE", ANNOTATIONS + id + "/", "");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.headers().firstValue("Allow")).isPresent();
        assertThat(get(ANNOTATIONS + id + "/").status()).isEqualTo(200);
    }

    @Test
    void a_search_finds_texts_with_every_word_in_any_case() {
        int both = create("Zebra crossing painted");
        int one = create("Zebra bought");

        assertThat(listed("?search=PAINTED%20zebra")).containsExactly(both);
        assertThat(listed("?search=zebr")).contains(both, one);
    }

    @Test
    void the_pages_are_the_complete_list_and_link_back() {
        IntStream.range(0, 5).forEach(i -> create("paged"));
        var whole = listed("?search=paged");

        var first = get(ANNOTATIONS + "?search=paged&limit=2").json();
        var second = get(first.get("next").asString()).json();
        var third = get(second.get("next").asString()).json();

        assertThat(whole).hasSize(5);
        assertThat(first.get("count").asInt()).isEqualTo(5);
        assertThat(IntStream.of(0, 1, 2, 3, 4)
                        .mapToObj(i -> List.of(first, second, third)
                                .get(i / 2)
                                .get("results")
                                .get(i % 2)
                                .get("id")
                                .asInt()))
                .isEqualTo(whole);
        assertThat(third.get("next").isNull()).isTrue();
        assertThat(get(third.get("previous").asString()).json()).isEqualTo(second);
        assertThat(get(second.get("previous").asString()).json()).isEqualTo(first);
        assertThat(first.get("previous").isNull()).isTrue();
    }

    @Test
    void an_invalid_limit_or_offset_is_ignored() {
        var whole = get(ANNOTATIONS + "?search=release").json();

        assertThat(get(ANNOTATIONS + "?search=release&limit=x&offset=-1").json())
                .isEqualTo(whole);
        assertThat(get(ANNOTATIONS + "?search=release&limit=0").json()).isEqualTo(whole);
    }

    @Test
    void an_annotation_shows_its_insight_and_dashboard() {
        var made = send("POST", ANNOTATIONS, "{\"dashboard_item\": 10, \"dashboard_id\": 100}")
                .json();

        assertThat(made.get("insight_name").asString()).isEqualTo("Sign-ups");
        assertThat(made.get("dashboard_name").asString()).isEqualTo("Overview");
        var unknown = send("POST", ANNOTATIONS, "{\"dashboard_item\": 20}");
        assertThat(unknown.status()).as("a chart of project 2").isEqualTo(400);
        assertThat(unknown.json().get("code").asString()).isEqualTo("does_not_exist");
    }

    private static int create(String content) {
        return send("POST", ANNOTATIONS, "{\"content\": \"" + content + "\"}")
                .json()
                .get("id")
                .asInt();
    }

    private static List<Integer> listed(String query) {
        return get(ANNOTATIONS + query)
                .json()
                .get("results")
                .valueStream()
                .map(annotation -> annotation.get("id").asInt())
                .toList();
    }
}
