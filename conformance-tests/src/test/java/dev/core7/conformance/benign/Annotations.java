package dev.core7.conformance.benign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The annotations of a project: deleted ones are gone from list and retrieve, and only PATCH still reaches them. */
final class Annotations {
    private final PostHog server;
    private final List<Map<String, @Nullable Object>> all = new ArrayList<>();

    Annotations(PostHog server) {
        this.server = server;
    }

    /** One that somebody else made. */
    Map<String, @Nullable Object> seed(String content, @Nullable Object by) {
        var annotation = fresh();
        annotation.put("content", content);
        annotation.put("created_by", by);
        all.add(annotation);
        return annotation;
    }

    private Map<String, @Nullable Object> fresh() {
        var now = Fields.now();
        return Reply.object(
                "id", server.nextId(),
                "content", null,
                "date_marker", null,
                "creation_type", "USR",
                "dashboard_item", null,
                "dashboard_id", null,
                "dashboard_name", null,
                "insight_short_id", null,
                "insight_name", null,
                "insight_derived_name", null,
                "created_by", server.user(),
                "created_at", now,
                "updated_at", now,
                "deleted", false,
                "scope", "dashboard_item");
    }

    List<Map<String, @Nullable Object>> everything() {
        return all;
    }

    Reply list(Ask ask) {
        var words = Stream.of(ask.query()
                        .getOrDefault("search", "")
                        .toLowerCase(Locale.ROOT)
                        .split("\\s+"))
                .toList();
        var found = all.stream()
                .filter(a -> Boolean.FALSE.equals(a.get("deleted")))
                .filter(a -> words.stream().allMatch(Ask.lower(String.valueOf(a.get("content")))::contains))
                .sorted(Comparator.comparing(
                        (Map<String, @Nullable Object> a) -> String.valueOf(a.get("date_marker")),
                        Comparator.reverseOrder()))
                .toList();
        return Reply.json(200, Pages.counted(ask, found, server.pageSize(1000)));
    }

    Reply create(Ask ask) {
        var annotation = fresh();
        write(ask, annotation);
        all.add(annotation);
        return Reply.json(201, Reply.object(annotation));
    }

    Reply retrieve(Ask ask) {
        return Reply.json(200, Reply.object(visible(ask)));
    }

    Reply replace(Ask ask) {
        return update(ask, visible(ask));
    }

    Reply patch(Ask ask) {
        return update(ask, find(ask));
    }

    /** Hard deletion is not offered; nothing is looked up, and Allow lists DELETE all the same. */
    Reply destroy(Ask ask) {
        return PostHog.hardDeleteRefused();
    }

    private Reply update(Ask ask, Map<String, @Nullable Object> annotation) {
        var changed = Reply.object(annotation);
        write(ask, changed);
        changed.put("updated_at", Fields.now());
        annotation.putAll(changed);
        return Reply.json(200, changed);
    }

    private static void write(Ask ask, Map<String, @Nullable Object> annotation) {
        new Fields(ask.fields(), annotation)
                .text("content", 8192, true)
                .dateTime("date_marker")
                .choice("creation_type", Set.of("USR", "GIT"), false)
                .related("dashboard_item")
                .related("dashboard_id")
                .flag("deleted")
                .choice("scope", Set.of("dashboard_item", "dashboard", "project", "organization", "recording"), false);
        if ("recording".equals(annotation.get("scope"))) {
            throw Refused.invalid("invalid_input", null);
        }
    }

    private Map<String, @Nullable Object> visible(Ask ask) {
        var annotation = find(ask);
        if (Boolean.TRUE.equals(annotation.get("deleted"))) {
            throw Refused.notFound();
        }
        return annotation;
    }

    private Map<String, @Nullable Object> find(Ask ask) {
        return all.stream()
                .filter(a -> ask.id().equals(String.valueOf(a.get("id"))))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
