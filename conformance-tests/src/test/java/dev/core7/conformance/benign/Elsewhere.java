package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import dev.core7.contract.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that mix up projects, items of a list, and notations of the same request. */
final class Elsewhere {
    private static final String ADD = "person_ids";
    private static final String REMOVE = "person_id";

    private Elsewhere() {}

    static Stream<Broken> all() {
        return Stream.of(mixedUp(), notations(), capitals()).flatMap(Function.identity());
    }

    private static Stream<Broken> mixedUp() {
        return Stream.of(
                new Broken(
                        "what_was_not_found_leaves_its_project_to_the_next_list",
                        "foreign-items-hidden",
                        leftBehind((ask, reply) -> reply.status() == 404, Elsewhere::isList)),
                new Broken(
                        "a_refused_key_leaves_its_project_to_the_next_list_of_cohorts",
                        "foreign-items-hidden",
                        leftBehind((ask, reply) -> reply.status() == 403, ask -> ask.isFor("GET", "cohorts", 4))),
                new Broken(
                        "what_was_not_found_leaves_its_project_to_the_next_activity",
                        "foreign-items-hidden",
                        leftBehind(
                                (ask, reply) -> reply.status() >= 400,
                                ask -> ask.isFor("GET", "cohorts", 5)
                                        && ask.path().get(4).equals("activity"))),
                new Broken(
                        "a_search_of_comments_finds_those_of_another_project",
                        "foreign-items-hidden",
                        withOthers("comments", ask -> ask.query().containsKey("search"))),
                new Broken(
                        "a_search_of_annotations_finds_those_of_another_project",
                        "foreign-items-hidden",
                        withOthers("annotations", ask -> ask.query().containsKey("search"))),
                new Broken(
                        "two_filters_find_comments_of_another_project",
                        "foreign-items-hidden",
                        withOthers(
                                "comments",
                                ask -> ask.query().containsKey("scope")
                                        && ask.query().containsKey("item_id"))),
                new Broken(
                        "all_annotations_name_the_creator_of_the_first",
                        "items-alike",
                        shared("annotations", "created_by")),
                new Broken(
                        "all_cohorts_have_the_filters_of_the_first", "shown-as-written", shared("cohorts", "filters")));
    }

    private static Stream<Broken> notations() {
        return Stream.of(
                new Broken("json_with_a_charset_is_no_json", "other-form-same", unsupported("charset=utf-8")),
                new Broken(
                        "json_with_a_charset_in_capitals_is_no_json", "other-form-same", unsupported(";charset=UTF-8")),
                new Broken("json_with_a_charset_in_quotes_is_no_json", "other-form-same", unsupported("\"")),
                new Broken(
                        "encoded_ids_are_unknown",
                        "other-form-same",
                        (ask, next) -> ask.address().contains("%3")
                                ? Refused.notFound().reply()
                                : next.apply(ask)),
                new Broken(
                        "without_the_slash_updates_fail",
                        "no-slash-server-error",
                        (ask, next) ->
                                ask.method().equals("PATCH") && !ask.address().endsWith("/")
                                        ? Reply.empty(500)
                                        : next.apply(ask)));
    }

    private static Stream<Broken> capitals() {
        return Stream.of(
                new Broken(
                        "a_person_in_capitals_is_not_removed",
                        "upper-case-id",
                        (ask, next) -> ask.fieldsOrNone().get(REMOVE) instanceof String id && isInCapitals(id)
                                ? Reply.json(200, Reply.object("success", true))
                                : next.apply(ask)),
                new Broken("a_person_in_capitals_is_not_added", "upper-case-id", (ask, next) -> {
                    var ids = ask.fieldsOrNone().get(ADD) instanceof List<?> sent ? sent : List.of();
                    var known = ids.stream()
                            .filter(id -> !isInCapitals(String.valueOf(id)))
                            .toList();
                    return known.equals(ids)
                            ? next.apply(ask)
                            : next.apply(ask.withBody(Json.write(Map.of(ADD, known))));
                }),
                new Broken("a_person_in_capitals_is_counted_again", "members-counted", countedAgain()));
    }

    private static boolean isInCapitals(String id) {
        return !id.equals(id.toLowerCase(Locale.ROOT));
    }

    private static boolean isList(Ask ask) {
        return ask.method().equals("GET") && ask.path().size() == 4;
    }

    /** The next of some requests is answered for the project of one that failed; an answer that succeeds forgets it. */
    private static Twist leftBehind(BiPredicate<Ask, Reply> failed, Predicate<Ask> affected) {
        var left = new AtomicReference<@Nullable String>();
        return (ask, next) -> {
            var project = left.get();
            var reply = next.apply(ask);
            if (reply.status() < 400) {
                left.set(null);
                return project != null && affected.test(ask) ? next.apply(inProject(project, ask)) : reply;
            }
            if (project == null && failed.test(ask, reply) && ask.path().get(1).equals("projects")) {
                left.set(ask.path().get(2).replace("@current", "1"));
            }
            return reply;
        };
    }

    /** Some lists of the first project show what the same request finds in the second one, too. */
    private static Twist withOthers(String collection, Predicate<Ask> affected) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return ask.isFor("GET", collection, 4)
                            && ask.path().get(2).equals("1")
                            && reply.status() == 200
                            && affected.test(ask)
                    ? reply.mapping(body -> joined(body, next.apply(inProject("2", ask))))
                    : reply;
        };
    }

    private static Ask inProject(String project, Ask ask) {
        var there = ask.withPath(2, project);
        return project.equals("1") ? HandBrokenTest.asGod(there) : HandBrokenTest.asGodElsewhere(there);
    }

    private static Map<String, @Nullable Object> joined(Map<String, @Nullable Object> body, Reply other) {
        var all = new ArrayList<@Nullable Object>(results(body));
        all.addAll(results(other.body()));
        return HandBrokenTest.put(body, "results", all);
    }

    private static List<?> results(@Nullable Object body) {
        return body instanceof Map<?, ?> page && page.get("results") instanceof List<?> items ? items : List.of();
    }

    /** All items of a list show the first one's value of a field. */
    private static Twist shared(String collection, String field) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return ask.isFor("GET", collection, 4) && reply.status() == 200
                    ? reply.mapping(body -> {
                        var items = results(body);
                        var first = items.isEmpty() ? Map.of() : (Map<?, ?>) items.get(0);
                        return HandBrokenTest.put(
                                body,
                                "results",
                                items.stream()
                                        .map(item -> HandBrokenTest.put(
                                                Reply.object((Map<?, ?>) item), field, first.get(field)))
                                        .toList());
                    })
                    : reply;
        };
    }

    private static Twist unsupported(String part) {
        return (ask, next) -> ask.header("content-type").contains(part)
                ? new Refused(415, "invalid_request", "unsupported_media_type", null).reply()
                : next.apply(ask);
    }

    private static Twist countedAgain() {
        var added = new HashMap<String, Integer>();
        return (ask, next) -> {
            if (ask.fieldsOrNone().get(ADD) instanceof List<?> ids
                    && ids.stream().map(String::valueOf).anyMatch(Elsewhere::isInCapitals)) {
                added.merge(ask.id(), 1, Integer::sum);
            }
            var reply = next.apply(ask);
            return ask.isFor("GET", "cohorts", 5) && added.containsKey(ask.id()) && reply.status() == 200
                    ? reply.mapping(body -> {
                        body.computeIfPresent(
                                "count", (name, count) -> ((Number) count).intValue() + added.get(ask.id()));
                        return body;
                    })
                    : reply;
        };
    }
}
