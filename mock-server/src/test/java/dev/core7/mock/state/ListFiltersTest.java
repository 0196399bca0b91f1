package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Stateful;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListFiltersTest extends Stateful {
    /** A filter of comments finds exactly the fitting ones of all, and there are both. */
    private void finds(String query, Predicate<Map<String, @Nullable Object>> fits) {
        var fitting = everything().stream()
                .filter(fits)
                .map(comment -> comment.get("id"))
                .toList();
        assertThat(fitting).isNotEmpty().hasSizeLessThan(everything().size());
        assertThat(one.joined("comments/?" + query)).isEqualTo(fitting);
    }

    private List<Map<String, @Nullable Object>> everything() {
        var first = one.get("comments/");
        var second = one.get(one.link(first, "next"));
        return List.of(
                        one.list("comments/"),
                        one.list(String.valueOf(one.link(first, "next"))),
                        one.list(String.valueOf(one.link(second, "next"))))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"scope, string-1", "item_id, string-2"})
    void a_parameter_named_like_a_field_is_a_filter(String field, String value) {
        finds(field + "=" + value, comment -> value.equals(comment.get(field)));
    }

    @Test
    void answers_to_a_comment_are_found_by_its_id() {
        var source = one.list("comments/?limit=1").get(0).get("source_comment");
        assertThat(source).isNotNull();
        finds("source_comment=" + source, comment -> source.equals(comment.get("source_comment")));
    }

    @Test
    void two_filters_must_both_fit() {
        finds(
                "scope=string-1&item_id=string-2",
                comment -> "string-1".equals(comment.get("scope")) && "string-2".equals(comment.get("item_id")));
    }

    @Test
    void kind_tells_comments_from_tasks() {
        finds("kind=task", comment -> Boolean.TRUE.equals(comment.get("is_task")));
        finds("kind=comment", comment -> Boolean.FALSE.equals(comment.get("is_task")));
    }

    @Test
    void completed_tells_tasks_apart_and_counts_beside_kind_only() {
        finds(
                "kind=task&completed=completed",
                comment -> Boolean.TRUE.equals(comment.get("is_task")) && comment.get("completed_at") != null);
        finds(
                "kind=task&completed=open",
                comment -> Boolean.TRUE.equals(comment.get("is_task")) && comment.get("completed_at") == null);
        assertThat(one.joined("comments/?completed=open")).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=any", "kind=bad", "kind=task,comment", "completed=bad", "scope=", "nonsense=1"})
    void values_without_a_meaning_are_ignored(String query) {
        assertThat(one.joined("comments/?" + query)).hasSize(24);
    }

    @Test
    void an_annotation_is_found_by_parts_of_every_word() {
        var id = one.create("annotations", Map.of("content", "Rocket Launched today"))
                .get("id");
        for (String search : List.of("rocket", "OCK", "today%20launch", "rocket+today")) {
            assertThat(one.listed("annotations/?search=" + search, "id"))
                    .as(search)
                    .containsExactly(id);
        }
        assertThat(one.list("annotations/?search=rocket%20string")).isEmpty();
        assertThat(one.get("annotations/?search=rocket")).containsEntry("count", 1);
    }

    @Test
    void a_search_reads_signs_as_they_are() {
        var id = one.create("annotations", Map.of("content", "100% (a.b)")).get("id");
        assertThat(one.listed("annotations/?search=100%25%20(a.b)", "id")).containsExactly(id);
        assertThat(one.list("annotations/?search=(a-b)")).isEmpty();
    }

    @Test
    void a_comment_is_found_by_whole_words() {
        assertThat(one.listed("comments/?search=STRING%2017", "content")).containsExactly("string 17");
        assertThat(one.list("comments/?search=strin")).isEmpty();
        assertThat(one.listed("comments/?search=1", "content")).containsExactly("string 1");
    }
}
