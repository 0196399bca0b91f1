package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that show only in one of several responses: in a list, on a later page, with one filter, below another path. */
final class Overlooked {
    private Overlooked() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken(
                        "a_list_shows_no_creators",
                        "shown-alike",
                        inList("annotations", item -> HandBrokenTest.put(item, "created_by", null))),
                new Broken(
                        "a_list_shows_the_creation_as_the_last_change",
                        "items-alike",
                        inList("annotations", item -> HandBrokenTest.put(item, "updated_at", item.get("created_at")))),
                new Broken(
                        "a_retrieval_shows_no_count",
                        "items-alike",
                        (ask, next) -> ask.isFor("GET", "cohorts", 5)
                                ? next.apply(ask).mapping(body -> HandBrokenTest.replace(body, "count", null))
                                : next.apply(ask)),
                new Broken(
                        "later_pages_show_other_names",
                        "items-alike",
                        (ask, next) -> ask.path().contains("persons")
                                        && ask.query().containsKey("offset")
                                ? items(next.apply(ask), item -> HandBrokenTest.put(item, "name", "somebody else"))
                                : next.apply(ask)),
                new Broken(
                        "a_filter_hides_the_content",
                        "items-alike",
                        (ask, next) -> ask.query().containsKey("kind")
                                ? items(next.apply(ask), item -> HandBrokenTest.put(item, "content", null))
                                : next.apply(ask)),
                new Broken("an_update_moves_the_creation", "unnamed-fields-kept", createdAnew()),
                new Broken(
                        "a_role_is_deleted_below_an_unknown_organization",
                        "own-object-hidden",
                        (ask, next) -> next.apply(
                                ask.path().get(1).equals("organizations")
                                        ? ask.withPath(2, PostHog.ORGANIZATION)
                                        : ask)),
                new Broken(
                        "an_unknown_project_is_ours",
                        "own-object-hidden",
                        (ask, next) -> next.apply(ask.path().get(2).equals("987654321") ? ask.withPath(2, "1") : ask)),
                new Broken(
                        "a_list_of_media_types_is_not_acceptable",
                        "other-form-same",
                        (ask, next) -> ask.header("accept").contains(",") ? Reply.empty(406) : next.apply(ask)),
                new Broken("null_is_refused_in_an_update", "null-accepted", noNull("PATCH", "name")),
                new Broken("null_is_refused_in_a_create", "null-accepted", noNull("POST", "dashboard_item")),
                new Broken("a_search_knows_the_first_text_only", "search", firstTexts()),
                new Broken(
                        "a_search_leaves_out_one_scope",
                        "search",
                        (ask, next) -> ask.query().containsKey("search")
                                ? next.apply(ask).mapping(body -> without(body, "scope", "organization"))
                                : next.apply(ask)),
                new Broken(
                        "json_on_request_is_empty",
                        "same-format",
                        (ask, next) -> "json".equals(ask.query().get("format"))
                                ? next.apply(ask).mapping(body -> HandBrokenTest.replace(body, "results", List.of()))
                                : next.apply(ask)),
                new Broken("only_the_first_member_is_created", "all-added", onlyFirstCreated()),
                new Broken("a_deleted_object_cannot_be_restored", "soft-delete-restores", removedForGood()),
                new Broken("a_list_ends_one_item_early", "page-links", endsEarly()));
    }

    private static Reply items(Reply reply, UnaryOperator<Map<String, @Nullable Object>> change) {
        return reply.mapping(body -> {
            body.computeIfPresent(
                    "results",
                    (name, items) -> ((List<?>) items)
                            .stream()
                                    .map(item -> change.apply(Reply.object((Map<?, ?>) item)))
                                    .toList());
            return body;
        });
    }

    private static Twist inList(String collection, UnaryOperator<Map<String, @Nullable Object>> change) {
        return (ask, next) -> ask.isFor("GET", collection, 4) ? items(next.apply(ask), change) : next.apply(ask);
    }

    private static Map<String, @Nullable Object> without(
            Map<String, @Nullable Object> body, String field, Object value) {
        body.computeIfPresent(
                "results",
                (name, items) -> ((List<?>) items)
                        .stream()
                                .filter(item -> !value.equals(((Map<?, ?>) item).get(field)))
                                .toList());
        return body;
    }

    private static Twist createdAnew() {
        var moved = new HashMap<String, String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", "annotations", 5) && reply.status() == 200) {
                moved.put(ask.id(), "2026-01-01T00:00:00Z");
            }
            return reply.mapping(body -> moved.containsKey(String.valueOf(body.get("id")))
                    ? HandBrokenTest.replace(body, "created_at", moved.get(String.valueOf(body.get("id"))))
                    : body);
        };
    }

    private static Twist noNull(String method, String field) {
        return (ask, next) -> ask.method().equals(method)
                        && ask.fieldsOrNone().containsKey(field)
                        && ask.fieldsOrNone().get(field) == null
                ? Refused.invalid("null", field).reply()
                : next.apply(ask);
    }

    /** The search looks at the texts that the objects were created with. */
    private static Twist firstTexts() {
        var texts = new HashMap<String, String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("POST", "annotations", 4) && reply.body() instanceof Map<?, ?> created) {
                texts.put(String.valueOf(created.get("id")), Ask.lower(String.valueOf(created.get("content"))));
            }
            if (!ask.isFor("GET", "annotations", 4) || !ask.query().containsKey("search") || reply.status() != 200) {
                return reply;
            }
            var whole = next.apply(ask.withoutQuery());
            var searched = Ask.lower(ask.query().get("search"));
            var found = new ArrayList<Object>();
            whole.mapping(body -> {
                ((List<?>) body.getOrDefault("results", List.of()))
                        .stream()
                                .filter(item -> texts.getOrDefault(String.valueOf(((Map<?, ?>) item).get("id")), "")
                                        .contains(searched))
                                .forEach(found::add);
                return body;
            });
            return Reply.json(200, Pages.counted(ask, found, 1000));
        };
    }

    /** A page has no further page if only one item follows it. */
    private static Twist endsEarly() {
        return (ask, next) -> {
            var limit = ask.query().getOrDefault("limit", "100");
            var offset = ask.query().getOrDefault("offset", "0");
            boolean numbers = limit.matches("\\d{1,5}") && offset.matches("\\d{1,5}");
            int end = numbers ? Integer.parseInt(limit) + Integer.parseInt(offset) : 0;
            return numbers && ask.isFor("GET", "cohorts", 4)
                    ? next.apply(ask)
                            .mapping(body -> body.get("count") instanceof Integer count && count == end + 1
                                    ? HandBrokenTest.replace(body, "next", null)
                                    : body)
                    : next.apply(ask);
        };
    }

    private static Twist onlyFirstCreated() {
        String field = "_create_static_person_ids";
        return (ask, next) -> {
            if (ask.fieldsOrNone().get(field) instanceof List<?> ids && ids.size() > 1) {
                var body = new LinkedHashMap<>(ask.fieldsOrNone());
                body.put(field, ids.subList(0, 1));
                var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
                return next.apply(new Ask(ask.method(), ask.path(), ask.query(), ask.headers(), bytes, ask.address()));
            }
            return next.apply(ask);
        };
    }

    private static Twist removedForGood() {
        var removed = new HashSet<String>();
        return (ask, next) -> {
            if (removed.contains(ask.id()) && ask.path().get(3).equals("annotations")) {
                return Refused.notFound().reply();
            }
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", "annotations", 5)
                    && reply.status() == 200
                    && Boolean.TRUE.equals(ask.fieldsOrNone().get("deleted"))) {
                removed.add(ask.id());
            }
            return reply;
        };
    }
}
