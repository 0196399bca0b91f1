package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import dev.core7.contract.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Faults that show only if a request is sent in another form, or with other data beside it. */
final class Otherwise {
    private static final String PERSONS = "_create_static_person_ids";

    private Otherwise() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken(
                        "without_the_slash_deletion_is_hard",
                        "refused-in-other-form",
                        (ask, next) -> ask.method().equals("DELETE")
                                        && ask.isFor("DELETE", "cohorts", 5)
                                        && !ask.address().endsWith("/")
                                ? Reply.empty(204)
                                : next.apply(ask)),
                new Broken("by_another_name_no_scope_is_needed", "alias-needs-scope", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.path().get(2).equals("@current") && reply.status() == 403
                            ? next.apply(HandBrokenTest.asGod(ask))
                            : reply;
                }),
                new Broken(
                        "by_another_name_every_key_is_ours",
                        "alias-of-other-project",
                        (ask, next) -> next.apply(
                                ask.path().get(2).equals("@current") && isForeign(ask)
                                        ? HandBrokenTest.asGod(ask)
                                        : ask)),
                new Broken("a_table_needs_one_scope", "other-form-refused", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.header("accept").equals("text/csv")
                                    && reply.status() == 403
                                    && !isForeign(ask)
                                    && ask.query().isEmpty()
                            ? next.apply(HandBrokenTest.asGod(ask))
                            : reply;
                }),
                new Broken(
                        "a_limited_key_deletes_roles",
                        "limited-key-refused",
                        (ask, next) -> ask.method().equals("DELETE")
                                        && ask.path().get(1).equals("organizations")
                                        && isForeign(ask)
                                ? Reply.empty(204)
                                : next.apply(ask)),
                new Broken("links_are_not_encoded", "link-syntax", links(Otherwise::decoded)),
                new Broken(
                        "links_have_no_limit",
                        "link-keeps-query",
                        links(link -> link.replaceAll("limit=[0-9]+&?", ""))),
                new Broken("the_activity_goes_on_without_the_limit", "observed-link-keeps-limit", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "cohorts", 5) && ask.id().equals("activity")
                            ? reply.mapping(body -> HandBrokenTest.put(body, "next", ask.address() + "?page=2"))
                            : reply;
                }),
                new Broken(
                        "another_project_lists_what_is_ours",
                        "own-items-hidden",
                        (ask, next) -> next.apply(
                                ask.isFor("GET", "cohorts", 4)
                                                && ask.path().get(2).equals("2")
                                        ? HandBrokenTest.asGod(ask.withPath(2, "1"))
                                        : ask)),
                new Broken("what_others_wrote_is_only_listed", "listed-retrievable", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("GET", "annotations", 5)
                                    && !Json.write(reply.body()).contains("core7-")
                            ? Refused.notFound().reply()
                            : reply;
                }),
                new Broken("the_same_create_is_done_once", "own-objects", once()),
                new Broken("the_table_cannot_show_some_letters", "csv-members", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.body() instanceof Reply.Text text
                            ? reply.withBody(new Reply.Text(text.text().replace("somebody", "someb?dy")))
                            : reply;
                }),
                new Broken("the_count_is_that_of_the_request", "members-counted", (ask, next) -> {
                    var reply = next.apply(ask);
                    return ask.isFor("POST", "cohorts", 4) && ask.fieldsOrNone().get(PERSONS) instanceof List<?> ids
                            ? reply.mapping(body -> HandBrokenTest.put(body, "count", ids.size()))
                            : reply;
                }),
                new Broken("a_stranger_is_added_beside_others", "all-added", withStranger()),
                new Broken("null_for_one_field_clears_another", "unnamed-fields-kept", clearing()),
                new Broken("the_activity_is_that_of_the_name", "items-of-parent", byName()),
                new Broken("an_update_forgets_the_filters", "kept-by-recalculation", forgetting()),
                new Broken(
                        "a_date_has_the_year_of_its_week",
                        "shown-as-written",
                        (ask, next) -> next.apply(ask)
                                .mapping(body -> body.get("date_marker") instanceof String date
                                        ? HandBrokenTest.put(
                                                body, "date_marker", date.replace("2024-12-30", "2025-12-30"))
                                        : body)));
    }

    private static boolean isForeign(Ask ask) {
        return ask.header("authorization").contains("other-project");
    }

    private static String decoded(String link) {
        return URLDecoder.decode(link, StandardCharsets.UTF_8);
    }

    private static Twist links(UnaryOperator<String> change) {
        return (ask, next) -> next.apply(ask).mapping(body -> {
            body.replaceAll((name, value) -> Set.of("next", "previous").contains(name) && value instanceof String link
                    ? change.apply(link)
                    : value);
            return body;
        });
    }

    /** A create with the same body as an earlier one returns its object. */
    private static Twist once() {
        var created = new ConcurrentHashMap<Object, Reply>();
        return (ask, next) ->
                ask.isFor("POST", "cohorts", 4) && !ask.fieldsOrNone().isEmpty()
                        ? created.computeIfAbsent(ask.fieldsOrNone(), first -> next.apply(ask))
                        : next.apply(ask);
    }

    /** Whoever is added beside others is a member, whether anybody knows him or not. */
    private static Twist withStranger() {
        var strangers = new HashMap<String, List<Object>>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", "cohorts", 6)
                    && reply.status() == 200
                    && ask.fieldsOrNone().get("person_ids") instanceof List<?> ids
                    && ids.size() > 3) {
                strangers.put(ask.id(), List.of(CohortPersons.person(String.valueOf(ids.get(ids.size() - 1)))));
            }
            return ask.isFor("GET", "cohorts", 6) && ask.path().get(5).equals("persons")
                    ? reply.mapping(body -> {
                        body.computeIfPresent("results", (name, items) -> {
                            var all = new ArrayList<Object>((List<?>) items);
                            all.addAll(strangers.getOrDefault(ask.id(), List.of()));
                            return all;
                        });
                        return body;
                    })
                    : reply;
        };
    }

    /** An update with null for the content clears the date. */
    private static Twist clearing() {
        return (ask, next) -> {
            var fields = ask.fieldsOrNone();
            if (!ask.isFor("PATCH", "annotations", 5)
                    || !fields.containsKey("content")
                    || fields.get("content") != null) {
                return next.apply(ask);
            }
            var more = Reply.object(fields);
            more.put("date_marker", null);
            var text = Json.write(more).getBytes(StandardCharsets.UTF_8);
            return next.apply(new Ask(ask.method(), ask.path(), ask.query(), ask.headers(), text, ask.address()));
        };
    }

    /** The activity of a cohort is that of all cohorts with its name. */
    private static Twist byName() {
        var names = new HashMap<String, Object>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean writes = ask.isFor("POST", "cohorts", 4) || ask.isFor("PATCH", "cohorts", 5);
            if (writes && reply.body() instanceof Map<?, ?> cohort && cohort.get("name") != null) {
                names.put(String.valueOf(cohort.get("id")), cohort.get("name"));
            }
            if (!ask.isFor("GET", "cohorts", 6) || !ask.path().get(5).equals("activity") || reply.status() != 200) {
                return reply;
            }
            var entries = new ArrayList<Object>();
            names.forEach((id, name) -> {
                if (name.equals(names.get(ask.id()))) {
                    entries.add(Reply.object("item_id", id));
                }
            });
            return reply.mapping(body -> HandBrokenTest.put(body, "results", entries));
        };
    }

    /** Each dynamic cohort has three persons, until an update names no filters. */
    private static Twist forgetting() {
        var forgotten = new HashSet<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", "cohorts", 5) && !ask.fieldsOrNone().containsKey("filters")) {
                forgotten.add(ask.id());
            }
            return ask.isFor("GET", "cohorts", 5)
                    ? reply.mapping(body -> Boolean.FALSE.equals(body.get("is_static"))
                            ? HandBrokenTest.put(body, "count", forgotten.contains(ask.id()) ? 0 : 3)
                            : body)
                    : reply;
        };
    }
}
