package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import dev.core7.conformance.exchange.Paths;
import dev.core7.contract.Json;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that show if something was read before, is sent back as it was read, or is written in another case, form or format. */
final class Reused {
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    private Reused() {}

    static Stream<Broken> all() {
        return Stream.concat(kept(), written());
    }

    /** Responses that a cache in front of the access check returns to everybody. */
    private static Stream<Broken> kept() {
        return Stream.of(
                new Broken("a_kept_annotation_needs_no_key", "credentials-required", cache(isFor("annotations", 5))),
                new Broken("a_kept_list_needs_no_scope", "scope-required", cache(isFor("cohorts", 4))),
                new Broken("kept_members_need_no_known_key", "unknown-key-refused", cache(isFor("cohorts", 6))),
                new Broken("kept_activity_is_that_of_every_key", "foreign-key-refused", cache(isFor("cohorts", 5))),
                new Broken(
                        "a_kept_table_needs_no_scope",
                        "other-form-refused",
                        cache(ask -> ask.query().getOrDefault("format", "").equals("csv"))),
                new Broken(
                        "a_kept_search_needs_no_scope",
                        "other-form-refused",
                        cache(ask -> ask.query().containsKey("search"))));
    }

    private static Stream<Broken> written() {
        return Stream.of(
                new Broken("an_annotation_cannot_be_sent_back", "sent-back", noReadOnly("annotations")),
                new Broken("a_cohort_cannot_be_sent_back", "sent-back", noReadOnly("cohorts")),
                new Broken(
                        "what_is_sent_back_is_emptied",
                        "sent-back",
                        (ask, next) ->
                                ask.fieldsOrNone().containsKey("created_at") && ask.isFor("PATCH", "annotations", 5)
                                        ? next.apply(with(ask, "content", ""))
                                        : next.apply(ask)),
                new Broken("a_table_ignores_the_limit", "limit", table("limit", "1000")),
                new Broken("a_table_ignores_the_offset", "offset", table("offset", "0")),
                new Broken("a_search_is_turkish", "search-case", turkish("annotations")),
                new Broken("a_search_of_comments_is_turkish", "search-case", turkish("comments")),
                new Broken("listed_values_are_read_in_any_case", "bad-input-refused", anyCase("creation_type")),
                new Broken("kinds_of_cohorts_are_read_in_any_case", "bad-input-refused", anyCase("cohort_type")),
                new Broken(
                        "conditions_are_read_in_any_case",
                        "bad-input-refused",
                        (ask, next) -> next.apply(
                                ask.text().contains("\"filters\"")
                                        ? ask.withBody(ask.text()
                                                .replace("\"type\":\"and\"", "\"type\":\"AND\"")
                                                .replace("\"type\":\"PERSON\"", "\"type\":\"person\""))
                                        : ask)),
                new Broken("the_history_has_no_number", "json-readable", (ask, next) -> {
                    var reply = next.apply(ask);
                    return reply.status() == 200 && ask.isFor("GET", "cohorts", 6) && isHistory(ask)
                            ? Reply.text(200, "application/json", "{\"results\": [], \"count\": NaN}")
                            : reply;
                }),
                new Broken(
                        "cohorts_are_calculated_before_they_are_created",
                        "server-values-consistent",
                        (ask, next) -> ask.path().contains("cohorts")
                                ? next.apply(ask).mapping(Reused::createdLater)
                                : next.apply(ask)),
                new Broken(
                        "a_form_is_accepted_but_not_read",
                        "shown-as-written",
                        (ask, next) -> next.apply(
                                ask.method().equals("PATCH")
                                                && ask.header("content-type").startsWith("application/x-www-form")
                                        ? ask.withBody("{}").withHeader("content-type", "application/json")
                                        : ask)),
                new Broken(
                        "the_activity_needs_a_slash",
                        "path-without-slash",
                        (ask, next) ->
                                ask.id().equals("activity") && !ask.address().endsWith("/")
                                        ? Refused.notFound().reply()
                                        : next.apply(ask)),
                new Broken(
                        "the_oldest_comment_comes_first",
                        "order",
                        (ask, next) -> ask.isFor("GET", "comments", 4)
                                ? next.apply(ask).mapping(Reused::reversed)
                                : next.apply(ask)));
    }

    private static Predicate<Ask> isFor(String collection, int segments) {
        return ask -> ask.isFor("GET", collection, segments);
    }

    private static boolean isHistory(Ask ask) {
        return ask.path().get(5).equals("calculation_history");
    }

    /** Keeps accepted responses to GET until the next write, whoever asked for them. */
    private static Twist cache(Predicate<Ask> isKept) {
        var kept = new ConcurrentHashMap<String, Reply>();
        return (ask, next) -> {
            if (!ask.method().equals("GET")) {
                kept.clear();
                return next.apply(ask);
            }
            if (!isKept.test(ask)) {
                return next.apply(ask);
            }
            String address = ask.address() + Paths.query(ask.query()) + ask.header("accept");
            var before = kept.get(address);
            if (before != null) {
                return before;
            }
            var reply = next.apply(ask);
            if (reply.status() == 200) {
                kept.put(address, reply);
            }
            return reply;
        };
    }

    private static Twist noReadOnly(String collection) {
        return (ask, next) ->
                ask.isFor("PATCH", collection, 5) && ask.fieldsOrNone().containsKey("created_by")
                        ? Refused.invalid("invalid_input", "created_by").reply()
                        : next.apply(ask);
    }

    /** A table whose parameter has always the same value. */
    private static Twist table(String parameter, String value) {
        return (ask, next) -> {
            if (!ask.query().getOrDefault("format", "").equals("csv")
                    || !ask.query().containsKey(parameter)) {
                return next.apply(ask);
            }
            var query = new LinkedHashMap<>(ask.query());
            query.put(parameter, value);
            return next.apply(new Ask(ask.method(), ask.path(), query, ask.headers(), ask.body(), ask.address()));
        };
    }

    /** A search that compares texts in the lower case of Turkish, where I has no dot. */
    private static Twist turkish(String collection) {
        return (ask, next) -> {
            var search = ask.query().get("search");
            if (!ask.isFor("GET", collection, 4) || search == null) {
                return next.apply(ask);
            }
            String searched = search.toLowerCase(TURKISH);
            return next.apply(ask).mapping(body -> {
                body.computeIfPresent(
                        "results",
                        (name, items) -> ((List<?>) items)
                                .stream()
                                        .filter(item -> String.valueOf(((Map<?, ?>) item).get("content"))
                                                .toLowerCase(TURKISH)
                                                .contains(searched))
                                        .toList());
                return body;
            });
        };
    }

    private static Twist anyCase(String field) {
        return (ask, next) -> {
            var value = ask.fieldsOrNone().get(field);
            if (!(value instanceof String text) || !Set.of("POST", "PATCH").contains(ask.method())) {
                return next.apply(ask);
            }
            boolean isUpper = field.equals("creation_type");
            return next.apply(
                    with(ask, field, isUpper ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT)));
        };
    }

    private static Ask with(Ask ask, String field, Object value) {
        var fields = new LinkedHashMap<>(ask.fieldsOrNone());
        fields.put(field, value);
        return ask.withBody(Json.write(fields));
    }

    private static Map<String, @Nullable Object> createdLater(Map<String, @Nullable Object> body) {
        return body.get("created_at") instanceof String time
                ? HandBrokenTest.put(
                        body,
                        "created_at",
                        OffsetDateTime.parse(time).plusHours(1).toString())
                : body;
    }

    private static Map<String, @Nullable Object> reversed(Map<String, @Nullable Object> body) {
        body.computeIfPresent("results", (name, items) -> {
            var reversed = new ArrayList<>((List<?>) items);
            Collections.reverse(reversed);
            return reversed;
        });
        return body;
    }
}
