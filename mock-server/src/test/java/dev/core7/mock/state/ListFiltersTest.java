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
    /** Asserts that a query finds exactly the matching comments, and that some comments do not match. */
    private void assertFinds(String query, Predicate<Map<String, @Nullable Object>> matches) {
        var matching = allComments().stream()
                .filter(matches)
                .map(comment -> comment.get("id"))
                .toList();
        assertThat(matching).isNotEmpty().hasSizeLessThan(allComments().size());
        assertThat(one.idsOnAllPages("comments/?" + query)).isEqualTo(matching);
    }

    private List<Map<String, @Nullable Object>> allComments() {
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
    void parameter_named_like_a_field_is_a_filter(String field, String value) {
        assertFinds(field + "=" + value, comment -> value.equals(comment.get(field)));
    }

    @Test
    void replies_to_a_comment_are_found_by_its_id() {
        var source = one.list("comments/?limit=1").get(0).get("source_comment");
        assertThat(source).isNotNull();
        assertFinds("source_comment=" + source, comment -> source.equals(comment.get("source_comment")));
    }

    @Test
    void two_filters_must_both_match() {
        assertFinds(
                "scope=string-1&item_id=string-2",
                comment -> "string-1".equals(comment.get("scope")) && "string-2".equals(comment.get("item_id")));
    }

    @Test
    void kind_distinguishes_comments_and_tasks() {
        assertFinds("kind=task", comment -> Boolean.TRUE.equals(comment.get("is_task")));
        assertFinds("kind=comment", comment -> Boolean.FALSE.equals(comment.get("is_task")));
    }

    @Test
    void completed_applies_only_together_with_kind() {
        assertFinds(
                "kind=task&completed=completed",
                comment -> Boolean.TRUE.equals(comment.get("is_task")) && comment.get("completed_at") != null);
        assertFinds(
                "kind=task&completed=open",
                comment -> Boolean.TRUE.equals(comment.get("is_task")) && comment.get("completed_at") == null);
        assertThat(one.idsOnAllPages("comments/?completed=open")).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=any", "kind=bad", "kind=task,comment", "completed=bad", "scope=", "nonsense=1"})
    void values_without_a_meaning_are_ignored(String query) {
        assertThat(one.idsOnAllPages("comments/?" + query)).hasSize(24);
    }

    @Test
    void annotation_is_found_by_parts_of_every_word() {
        var id = one.create("annotations", Map.of("content", "Rocket Launched today"))
                .get("id");
        for (String search : List.of("rocket", "OCK", "today%20launch", "rocket+today")) {
            assertThat(one.values("annotations/?search=" + search, "id"))
                    .as(search)
                    .containsExactly(id);
        }
        assertThat(one.list("annotations/?search=rocket%20string")).isEmpty();
        assertThat(one.get("annotations/?search=rocket")).containsEntry("count", 1);
    }

    @Test
    void search_treats_special_characters_literally() {
        var id = one.create("annotations", Map.of("content", "100% (a.b)")).get("id");
        assertThat(one.values("annotations/?search=100%25%20(a.b)", "id")).containsExactly(id);
        assertThat(one.list("annotations/?search=(a-b)")).isEmpty();
    }

    @Test
    void comment_is_found_by_whole_words() {
        assertThat(one.values("comments/?search=STRING%2017", "content")).containsExactly("string 17");
        assertThat(one.list("comments/?search=strin")).isEmpty();
        assertThat(one.values("comments/?search=1", "content")).containsExactly("string 1");
    }
}
