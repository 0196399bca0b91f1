package dev.core7.examples.vendor;

import static dev.core7.examples.vendor.Vendor.COMMENTS;
import static dev.core7.examples.vendor.Vendor.get;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CommentsTest {
    private static final List<JsonNode> ALL = pages(COMMENTS).stream()
            .flatMap(page -> page.get("results").valueStream())
            .toList();

    @Test
    void the_pages_are_the_complete_list_newest_first_and_link_back() {
        var pages = pages(COMMENTS);

        assertThat(pages).hasSize(3);
        assertThat(new HashSet<>(ALL)).hasSize(24).hasSameSizeAs(ALL);
        assertThat(ALL)
                .isSortedAccordingTo((a, b) -> b.get("created_at")
                        .asString()
                        .compareTo(a.get("created_at").asString()));
        for (int i = 2; i > 0; i--) {
            var back = get(pages.get(i).get("previous").asString()).json();
            assertThat(back.get("results")).isEqualTo(pages.get(i - 1).get("results"));
        }
        assertThat(pages.get(0).get("previous").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd", "!!!", "YWZ0ZXIgeCB5"})
    void an_invalid_cursor_is_rejected(String cursor) {
        assertThat(get(COMMENTS + "?cursor=" + cursor).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_returns_exactly_the_matching_comments(String query, Predicate<JsonNode> passes) {
        var found = pages(COMMENTS + query).stream()
                .flatMap(page -> page.get("results").valueStream())
                .toList();

        assertThat(found).isNotEmpty().isEqualTo(ALL.stream().filter(passes).toList());
    }

    static Stream<Arguments> filters() {
        var answered = ALL.stream()
                .map(comment -> comment.get("source_comment").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        return Stream.of(
                filter("?kind=task", comment -> comment.get("is_task").asBoolean()),
                filter("?kind=comment", comment -> !comment.get("is_task").asBoolean()),
                filter("?kind=any&completed=no-such-word", comment -> true),
                filter("?completed=open", comment -> true),
                filter(
                        "?kind=task&completed=open",
                        comment -> comment.get("is_task").asBoolean()
                                && comment.get("completed_at").isNull()),
                filter(
                        "?kind=task&completed=completed",
                        comment -> !comment.get("completed_at").isNull()),
                filter(
                        "?scope=Insight",
                        comment -> comment.get("scope").asString().equals("Insight")),
                filter(
                        "?item_id=item-2",
                        comment -> comment.get("item_id").asString().equals("item-2")),
                filter(
                        "?source_comment=" + answered,
                        comment -> comment.get("source_comment").asString("").equals(answered)),
                filter(
                        "?search=NUMBERS%20insight",
                        comment -> comment.get("content").asString().matches("The numbers of Insight \\d+")),
                filter(
                        "?scope=Replay&kind=task",
                        comment -> comment.get("scope").asString().equals("Replay")
                                && comment.get("is_task").asBoolean()));
    }

    @Test
    void a_search_matches_whole_words() {
        assertThat(get(COMMENTS + "?search=umber").json().get("results")).isEmpty();
    }

    @Test
    void comments_on_tickets_are_returned_only_on_request() {
        assertThat(ALL).noneMatch(comment -> comment.get("scope").asString().equals("conversations_ticket"));
        assertThat(get(COMMENTS + "?scope=conversations_ticket").json().get("results"))
                .hasSize(1);
    }

    private static Arguments filter(String query, Predicate<JsonNode> passes) {
        return Arguments.of(query, passes);
    }

    private static List<JsonNode> pages(String path) {
        var pages = new ArrayList<JsonNode>();
        var page = get(path).json();
        pages.add(page);
        while (!page.get("next").isNull()) {
            page = get(page.get("next").asString()).json();
            pages.add(page);
        }
        return pages;
    }
}
