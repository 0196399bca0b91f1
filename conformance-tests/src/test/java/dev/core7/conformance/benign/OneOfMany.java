package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that reach another object than the one that is named, list one twice, or delete what must not be deleted. */
final class OneOfMany {
    private static final String DELETED = "deleted";
    private static final Predicate<Map<?, ?>> OF_ORGANIZATION = item -> "organization".equals(item.get("scope"));

    private OneOfMany() {}

    static Stream<Broken> all() {
        return Stream.concat(deletions(), lists());
    }

    private static Stream<Broken> deletions() {
        return Stream.of(
                new Broken("another_role_than_the_named_one_is_deleted", "deleted-for-good", keptOnce()),
                new Broken("a_hidden_cohort_is_deleted", "refused-in-every-state", purged("cohorts", 204)),
                new Broken("a_hidden_annotation_is_deleted", "refused-in-every-state", purged("annotations", 204)),
                new Broken(
                        "a_hidden_annotation_is_lost_in_spite_of_the_refusal",
                        "hard-delete",
                        purged("annotations", 405)),
                new Broken("a_hidden_cohort_is_lost_in_spite_of_the_refusal", "hard-delete", purged("cohorts", 405)),
                new Broken(
                        "a_restored_annotation_is_deleted",
                        "refused-in-every-state",
                        deletable(ask -> ask.text().contains("\"deleted\":false"))),
                new Broken(
                        "a_cohort_with_members_is_deleted",
                        "refused-in-every-state",
                        deletable(ask -> ask.text().contains("person_ids"))),
                new Broken(
                        "a_dynamic_cohort_is_deleted",
                        "refused-in-every-state",
                        (ask, next) -> ask.isFor("DELETE", "cohorts", 5)
                                        && read(ask, next).get("is_static") == Boolean.FALSE
                                ? Reply.empty(204)
                                : next.apply(ask)),
                new Broken("a_post_restores_a_hidden_annotation", "other-method-refused", (ask, next) -> {
                    var reply = next.apply(ask);
                    boolean isHidden = ask.isFor("POST", "annotations", 5)
                            && reply.status() == 403
                            && read(ask, next).isEmpty();
                    return isHidden ? Reply.json(200, Map.of("id", 1)) : reply;
                }));
    }

    private static Stream<Broken> lists() {
        return Stream.of(
                new Broken(
                        "an_annotation_of_the_organization_is_listed_twice",
                        "listed-once",
                        listing("annotations", 4, items -> twice(items, OF_ORGANIZATION))),
                new Broken(
                        "a_cohort_is_listed_once_for_each_member",
                        "listed-once",
                        listing(
                                "cohorts",
                                4,
                                items -> twice(
                                        items,
                                        item -> item.get("count") instanceof Number count && count.intValue() > 1))),
                new Broken(
                        "a_comment_with_a_reply_is_listed_twice",
                        "listed-once",
                        listing(
                                "comments",
                                4,
                                items ->
                                        twice(items, item -> "A remark that is answered".equals(item.get("content"))))),
                new Broken(
                        "an_activity_is_shown_twice",
                        "listed-once",
                        listing("cohorts", 6, items -> twice(items, item -> item.containsKey("item_id")))),
                new Broken("the_count_includes_what_is_deleted", "count-of-items", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "annotations", 4) && !ask.query().containsKey("search")
                            ? reply.mapping(body -> body.get("count") instanceof Number count
                                    ? HandBrokenTest.replace(body, "count", count.intValue() + 1)
                                    : body)
                            : reply;
                }),
                new Broken("a_person_is_in_the_table_twice", "csv-members", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.body() instanceof Reply.Text text && reply.status() == 200
                            ? reply.withBody(new Reply.Text(text.text()
                                    + text.text()
                                            .lines()
                                            .skip(1)
                                            .map(line -> line + "\r\n")
                                            .findFirst()
                                            .orElse("")))
                            : reply;
                }),
                new Broken("the_calculations_are_those_of_all", "items-of-one-parent", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "cohorts", 6) && ask.path().get(5).equals("calculation_history")
                            ? reply.mapping(body -> HandBrokenTest.replace(
                                    body, "results", List.of(Map.of("id", "0190bbbb-0000-7000-8000-000000000001"))))
                            : reply;
                }),
                new Broken(
                        "an_annotation_without_a_date_is_not_listed",
                        "soft-deletion",
                        listing("annotations", 4, items -> without(items, item -> item.get("date_marker") == null))),
                new Broken(
                        "an_annotation_of_the_organization_is_not_listed",
                        "soft-deletion",
                        listing("annotations", 4, items -> without(items, OF_ORGANIZATION))));
    }

    /** A role that was deleted can be deleted once more, because another one was deleted in its place. */
    private static Twist keptOnce() {
        var kept = new LinkedHashSet<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (!ask.isFor("DELETE", "roles", 5)) {
                return reply;
            }
            boolean isKept = reply.status() == 404 && kept.remove(ask.id());
            if (reply.status() == 204) {
                kept.add(ask.id());
            }
            return isKept ? Reply.empty(204) : reply;
        };
    }

    /** A DELETE of an object that is marked deleted removes it for good, and gets the status. */
    private static Twist purged(String collection, int status) {
        var hidden = new HashSet<String>();
        var gone = new HashSet<String>();
        return (ask, next) -> {
            if (ask.path().size() > 4 && ask.path().get(3).equals(collection) && gone.contains(ask.id())) {
                return Refused.notFound().reply();
            }
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", collection, 5)
                    && reply.status() == 200
                    && ask.fieldsOrNone().get(DELETED) instanceof Boolean isHidden) {
                return isHidden ? with(hidden, ask.id(), reply) : without(hidden, ask.id(), reply);
            }
            boolean isPurged = ask.isFor("DELETE", collection, 5) && reply.status() == 405 && hidden.contains(ask.id());
            return isPurged ? with(gone, ask.id(), reply.withStatus(status)) : reply;
        };
    }

    private static Reply with(Set<String> ids, String id, Reply reply) {
        ids.add(id);
        return reply;
    }

    private static Reply without(Set<String> ids, String id, Reply reply) {
        ids.remove(id);
        return reply;
    }

    /** An object can be deleted after an update of a certain kind. */
    private static Twist deletable(Predicate<Ask> update) {
        var deletable = new HashSet<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.method().equals("PATCH") && reply.status() == 200 && update.test(ask)) {
                deletable.add(ask.id());
            }
            return ask.method().equals("DELETE") && reply.status() == 405 && deletable.contains(ask.id())
                    ? Reply.empty(204)
                    : reply;
        };
    }

    private static Map<?, ?> read(Ask ask, Function<Ask, Reply> next) {
        var reply = next.apply(HandBrokenTest.asGod(
                new Ask("GET", ask.path().subList(0, 5), Map.of(), ask.headers(), new byte[0], ask.address())));
        return reply.status() == 200 && reply.body() instanceof Map<?, ?> object ? object : Map.of();
    }

    private static Twist listing(String collection, int segments, UnaryOperator<List<Object>> change) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return ask.isFor("GET", collection, segments) && reply.status() == 200
                    ? reply.mapping(body -> {
                        body.computeIfPresent("results", (name, items) -> changed(items, change));
                        return body;
                    })
                    : reply;
        };
    }

    private static @Nullable Object changed(Object items, UnaryOperator<List<Object>> change) {
        return items instanceof List<?> list ? change.apply(new ArrayList<>(list)) : items;
    }

    private static List<Object> twice(List<Object> items, Predicate<Map<?, ?>> which) {
        return items.stream()
                .flatMap(item -> item instanceof Map<?, ?> object && which.test(object)
                        ? Stream.of(item, item)
                        : Stream.of(item))
                .toList();
    }

    private static List<Object> without(List<Object> items, Predicate<Map<?, ?>> which) {
        return items.stream()
                .filter(item -> !(item instanceof Map<?, ?> object && which.test(object)))
                .toList();
    }
}
