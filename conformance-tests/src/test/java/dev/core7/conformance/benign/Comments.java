package dev.core7.conformance.benign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comments of a project, which none of the 18 operations makes. */
final class Comments {
    private static final Set<String> STOP_WORDS =
            Set.of("because", "through", "having", "yourselves", "that", "this", "is", "a");

    private final PostHog server;
    private final List<Map<String, @Nullable Object>> all = new ArrayList<>();

    Comments(PostHog server) {
        this.server = server;
    }

    Map<String, @Nullable Object> seed(@Nullable String content, boolean task) {
        var comment = Reply.object(
                "id",
                UUID.randomUUID().toString(),
                "created_by",
                server.user(),
                "deleted",
                false,
                "is_task",
                task,
                "completed_by",
                task ? server.user() : null,
                "completed_at",
                task ? Fields.now() : null,
                "content",
                content,
                "rich_content",
                null,
                "version",
                0,
                "created_at",
                Fields.now(),
                "item_id",
                "Zk3mD2",
                "item_context",
                null,
                "scope",
                "Insight",
                "source_comment",
                null);
        all.add(comment);
        return comment;
    }

    List<Map<String, @Nullable Object>> everything() {
        return all;
    }

    Reply list(Ask ask) {
        if ("abcd".equals(ask.query().get("cursor"))) {
            throw Refused.notFound();
        }
        var kind = ask.query().getOrDefault("kind", "any");
        var found = all.stream()
                .filter(c -> !List.of("task", "comment").contains(kind)
                        || kind.equals(Boolean.TRUE.equals(c.get("is_task")) ? "task" : "comment"))
                .filter(c -> same(c, ask, "scope") && same(c, ask, "item_id") && same(c, ask, "source_comment"))
                .filter(c -> isCompleted(c, ask.query().getOrDefault("completed", "any"), kind))
                .filter(c ->
                        hasWords(String.valueOf(c.get("content")), ask.query().getOrDefault("search", "")))
                .sorted(Comparator.comparing(
                        (Map<String, @Nullable Object> c) -> Instant.parse(String.valueOf(c.get("created_at"))),
                        Comparator.reverseOrder()))
                .toList();
        return Reply.json(200, Reply.object("next", null, "previous", null, "results", found));
    }

    /** Full text search ignores case and leaves the commonest words out; a search for nothing but them finds nothing. */
    private static boolean hasWords(String content, String search) {
        var words = Stream.of(Ask.lower(search).split(" "))
                .filter(word -> !STOP_WORDS.contains(word))
                .toList();
        return search.isEmpty() || !words.isEmpty() && words.stream().allMatch(Ask.lower(content)::contains);
    }

    /** Only tasks are open or completed; asked of other kinds, it is ignored. */
    private static boolean isCompleted(Map<String, @Nullable Object> comment, String wanted, String kind) {
        return !kind.equals("task")
                || !List.of("open", "completed").contains(wanted)
                || wanted.equals(comment.get("completed_at") == null ? "open" : "completed");
    }

    private static boolean same(Map<String, @Nullable Object> comment, Ask ask, String name) {
        var wanted = ask.query().get(name);
        return wanted == null || wanted.equals(comment.get(name));
    }
}
