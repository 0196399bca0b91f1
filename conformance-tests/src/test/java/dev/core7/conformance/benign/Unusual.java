package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that show only with an unusual legal value, or if objects are compared that were created one after the other. */
final class Unusual {
    private static final Pattern UNDERSCORE = Pattern.compile("(?<=[a-z0-9])_([a-z])");

    private Unusual() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken(
                        "all_is_created_when_the_server_started", "server-values-consistent", startTime("created_at")),
                new Broken(
                        "all_is_changed_when_the_server_started", "server-values-consistent", startTime("updated_at")),
                new Broken(
                        "a_new_cohort_has_the_filters_of_the_last_one",
                        "others-untouched",
                        lastDefault("cohorts", "filters", Map.of("properties", Map.of()))),
                new Broken(
                        "a_new_cohort_has_the_description_of_the_last_one",
                        "others-untouched",
                        lastDefault("cohorts", "description", "")),
                new Broken(
                        "a_new_annotation_has_the_date_of_the_last_one",
                        "others-untouched",
                        lastDefault("annotations", "date_marker", null)),
                new Broken("a_name_that_is_null_breaks_the_list", "null-readable", broken("cohorts", 4, "name", "")),
                new Broken(
                        "a_name_that_is_null_breaks_the_persons",
                        "null-readable",
                        broken("cohorts", 6, "name", "persons")),
                new Broken(
                        "a_name_that_is_null_breaks_the_activity",
                        "null-readable",
                        broken("cohorts", 6, "name", "activity")),
                new Broken(
                        "a_content_that_is_null_breaks_the_list",
                        "status-code",
                        broken("annotations", 4, "content", "")),
                new Broken("a_content_that_is_null_breaks_the_search", "null-readable", (ask, next) -> {
                    var whole = next.apply(ask.withoutQuery());
                    return ask.query().containsKey("search")
                                    && ask.isFor("GET", "annotations", 4)
                                    && items(whole).anyMatch(item -> item.get("content") == null)
                            ? Reply.empty(500)
                            : next.apply(ask);
                }),
                new Broken(
                        "a_list_leaves_out_what_has_no_name",
                        "soft-deletion",
                        inList(
                                "cohorts",
                                list -> list.stream()
                                        .filter(item -> item.get("name") != null)
                                        .toList())),
                new Broken(
                        "a_list_shows_null_as_a_text",
                        "shown-as-written",
                        inList(
                                "cohorts",
                                list -> list.stream()
                                        .map(item -> item.get("name") == null
                                                ? HandBrokenTest.put(item, "name", "None")
                                                : item)
                                        .toList())),
                new Broken("a_name_is_limited_in_bytes", "characters-counted", limited("cohorts", "name", 400)),
                new Broken(
                        "a_description_is_limited_in_bytes",
                        "characters-counted",
                        limited("cohorts", "description", 1000)),
                new Broken(
                        "a_content_is_limited_in_bytes", "characters-counted", limited("annotations", "content", 8192)),
                new Broken(
                        "a_long_name_is_cut_to_bytes",
                        "shown-as-written",
                        (ask, next) -> next.apply(ask)
                                .mapping(body -> body.get("name") instanceof String name
                                        ? HandBrokenTest.put(body, "name", cut(name))
                                        : body)),
                new Broken("the_keys_of_filters_are_in_camel_case", "shown-as-written", Shapes.objects(object -> {
                    object.computeIfPresent("filters", (name, filters) -> camel(filters));
                    return object;
                })));
    }

    /** The field of all annotations is the time of the first of them. The clock of the server goes fast, so that no test waits. */
    private static Twist startTime(String field) {
        var first = new AtomicReference<@Nullable Object>();
        var seconds = new AtomicInteger();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("POST", "annotations", 4) && reply.body() instanceof Map<?, ?> created) {
                first.compareAndSet(null, created.get(field));
            }
            var date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(seconds.addAndGet(1) / 10);
            return reply.withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(date))
                    .mapping(body -> ask.isFor("POST", "annotations", 4)
                            ? HandBrokenTest.replace(body, field, first.get())
                            : body);
        };
    }

    /** A create without the field takes what the last create with it had. */
    private static Twist lastDefault(String collection, String field, @Nullable Object initial) {
        var last = new AtomicReference<@Nullable Object>(initial);
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (!ask.isFor("POST", collection, 4) || reply.status() != 201) {
                return reply;
            }
            if (ask.fieldsOrNone().containsKey(field)) {
                last.set(ask.fieldsOrNone().get(field));
                return reply;
            }
            return reply.mapping(body -> HandBrokenTest.put(body, field, last.get()));
        };
    }

    /** Reads with so many segments fail as long as the field of an object that the run has changed is null. */
    private static Twist broken(String collection, int segments, String field, String last) {
        var nulls = new HashSet<String>();
        return (ask, next) -> {
            var fields = ask.fieldsOrNone();
            if (ask.isFor("PATCH", collection, 5) && fields.containsKey(field)) {
                if (fields.get(field) == null) {
                    nulls.add(ask.id());
                } else {
                    nulls.remove(ask.id());
                }
            }
            boolean isConcerned = ask.isFor("GET", collection, segments)
                    && ask.query().isEmpty()
                    && (last.isEmpty()
                            || nulls.contains(ask.id()) && ask.path().get(5).equals(last));
            return isConcerned && !nulls.isEmpty() ? Reply.empty(500) : next.apply(ask);
        };
    }

    private static Stream<Map<String, @Nullable Object>> items(Reply reply) {
        return reply.body() instanceof Map<?, ?> body && body.get("results") instanceof List<?> items
                ? items.stream().map(item -> Reply.object((Map<?, ?>) item))
                : Stream.empty();
    }

    /** Changes the items of a list. */
    @FunctionalInterface
    private interface Items {
        List<Map<String, @Nullable Object>> change(List<Map<String, @Nullable Object>> items);
    }

    private static Twist inList(String collection, Items change) {
        return (ask, next) -> {
            var reply = next.apply(ask);
            return ask.isFor("GET", collection, 4)
                    ? reply.mapping(body -> HandBrokenTest.replace(
                            body, "results", change.change(items(reply).toList())))
                    : reply;
        };
    }

    private static Twist limited(String collection, String field, int bytes) {
        Predicate<Ask> isTooLong = ask -> ask.fieldsOrNone().get(field) instanceof String text
                && text.getBytes(StandardCharsets.UTF_8).length > bytes;
        return (ask, next) -> Set.of("POST", "PATCH").contains(ask.method())
                        && ask.path().size() > 3
                        && ask.path().get(3).equals(collection)
                        && isTooLong.test(ask)
                ? Refused.invalid("max_length", field).reply()
                : next.apply(ask);
    }

    private static String cut(String text) {
        var cut = text;
        while (cut.getBytes(StandardCharsets.UTF_8).length > 400) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }

    private static @Nullable Object camel(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = Reply.object();
            map.forEach((name, below) -> copy.put(
                    UNDERSCORE
                            .matcher(name.toString())
                            .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT)),
                    camel(below)));
            return copy;
        }
        return value instanceof List<?> list ? list.stream().map(Unusual::camel).toList() : value;
    }
}
