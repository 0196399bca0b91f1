package dev.core7.conformance.benign;

import dev.core7.conformance.benign.HandBrokenTest.Broken;
import dev.core7.contract.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Faults that show only when something is repeated, cleared or refused, or in the other format of a list. */
final class Repeated {
    private static final String ADD = "person_ids";
    private static final String REMOVE = "person_id";

    private Repeated() {}

    static Stream<Broken> all() {
        return Stream.of(
                new Broken("the_same_update_again_restores", "repeated-update", toggled()),
                new Broken("a_refused_deletion_takes_the_members", "refused-keeps-members", emptied("DELETE", 5)),
                new Broken("an_invalid_addition_takes_the_members", "invalid-keeps-members", emptied("PATCH", 6)),
                new Broken("the_table_keeps_who_was_removed", "csv-members", oldTable()),
                new Broken("who_was_removed_is_back_after_an_addition", "all-added", comingBack()),
                new Broken("each_read_starts_a_calculation", "reading-is-safe", calculating()),
                new Broken("who_is_added_again_is_counted_again", "members-counted", countedAgain()),
                new Broken("an_addition_reaches_another_cohort", "members-kept", everywhere()),
                new Broken(
                        "an_update_names_a_dashboard_that_there_is_none_of",
                        "derived-follows-source",
                        (ask, next) -> ask.isFor("PATCH", "annotations", 5)
                                ? next.apply(ask)
                                        .mapping(body ->
                                                HandBrokenTest.replace(body, "dashboard_name", "The former one"))
                                : next.apply(ask)),
                new Broken(
                        "all_is_created_in_1970",
                        "server-values-consistent",
                        (ask, next) -> next.apply(ask)
                                .withHeader("Date", "Thu, 01 Jan 2026 00:00:00 GMT")
                                .mapping(body -> HandBrokenTest.replace(body, "created_at", "1970-01-01T00:00:00Z"))),
                new Broken(
                        "a_list_of_one_is_its_element",
                        "shown-as-written",
                        (ask, next) -> next.apply(ask).mapping(Repeated::withoutShortLists)));
    }

    /** An update that marks a deleted annotation as deleted restores it. */
    private static Twist toggled() {
        var deleted = new HashSet<String>();
        return (ask, next) -> {
            if (!ask.isFor("PATCH", "annotations", 5)
                    || !(ask.fieldsOrNone().get("deleted") instanceof Boolean isDeleted)) {
                return next.apply(ask);
            }
            boolean again = isDeleted && deleted.contains(ask.id());
            var reply = next.apply(again ? ask.withBody(Json.write(Map.of("deleted", false))) : ask);
            if (reply.status() == 200 && isDeleted && !again) {
                deleted.add(ask.id());
            } else {
                deleted.remove(ask.id());
            }
            return again ? reply.mapping(body -> HandBrokenTest.replace(body, "deleted", true)) : reply;
        };
    }

    /** A request that gets a 400 or 405 removes all members, and tells nobody that they are fewer. */
    private static Twist emptied(String method, int segments) {
        var emptied = new HashSet<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            boolean refused = ask.isFor(method, "cohorts", segments)
                    && Set.of(400, 405).contains(reply.status())
                    && (method.equals("DELETE")
                            || ask.fieldsOrNone().get(ADD) instanceof List<?> ids && !ids.isEmpty());
            if (refused) {
                emptied.add(ask.id());
            } else if (ask.isFor("PATCH", "cohorts", 6)) {
                emptied.remove(ask.id());
            }
            boolean shows = ask.isFor("GET", "cohorts", 6) && emptied.contains(ask.id());
            return shows ? reply.mapping(body -> HandBrokenTest.replace(body, "results", List.of())) : reply;
        };
    }

    /** The table shows everybody who was ever in it. */
    private static Twist oldTable() {
        var lines = new HashMap<String, Set<String>>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (!(reply.body() instanceof Reply.Text text) || reply.status() != 200) {
                return reply;
            }
            var all = lines.computeIfAbsent(ask.id(), id -> new LinkedHashSet<>());
            text.text().lines().forEach(all::add);
            return reply.withBody(new Reply.Text(String.join("\r\n", all) + "\r\n"));
        };
    }

    /** Who was removed is added with the next addition. */
    private static Twist comingBack() {
        var removed = new HashMap<String, Set<String>>();
        return (ask, next) -> {
            if (!ask.isFor("PATCH", "cohorts", 6)) {
                return next.apply(ask);
            }
            var fields = ask.fieldsOrNone();
            if (fields.get(REMOVE) instanceof String id) {
                removed.computeIfAbsent(ask.id(), cohort -> new HashSet<>()).add(id);
            }
            if (fields.get(ADD) instanceof List<?> ids && !ids.isEmpty()) {
                var more = new ArrayList<Object>(ids);
                more.addAll(removed.getOrDefault(ask.id(), Set.of()));
                return next.apply(ask.withBody(Json.write(Map.of(ADD, more))));
            }
            return next.apply(ask);
        };
    }

    /** Each read of the calculations shows one more. */
    private static Twist calculating() {
        var calculations = new ArrayList<Object>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (!ask.isFor("GET", "cohorts", 6) || !ask.path().get(5).equals("calculation_history")) {
                return reply;
            }
            calculations.add(Map.of("id", "0190bbbb-0000-7000-8000-" + String.format("%012d", calculations.size())));
            int count = calculations.size();
            return reply.mapping(body -> HandBrokenTest.replace(
                    HandBrokenTest.replace(body, "results", List.copyOf(calculations)), "count", count));
        };
    }

    /** Each addition counts, also that of a member. */
    private static Twist countedAgain() {
        var counts = new HashMap<String, AtomicInteger>();
        var members = new HashMap<String, Set<Object>>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("PATCH", "cohorts", 6)
                    && reply.status() == 200
                    && ask.fieldsOrNone().get(ADD) instanceof List<?> ids) {
                var known = members.computeIfAbsent(ask.id(), id -> new HashSet<>());
                int again = (int) ids.stream().filter(id -> !known.add(id)).count();
                counts.computeIfAbsent(ask.id(), id -> new AtomicInteger()).addAndGet(again);
            }
            return reply.mapping(body -> {
                var more = counts.get(String.valueOf(body.get("id")));
                return more != null && body.get("count") instanceof Integer count
                        ? HandBrokenTest.replace(body, "count", count + more.get())
                        : body;
            });
        };
    }

    /** Whoever is added to a cohort is added to the youngest one too. */
    private static Twist everywhere() {
        var youngest = new ArrayList<String>();
        return (ask, next) -> {
            var reply = next.apply(ask);
            if (ask.isFor("POST", "cohorts", 4) && reply.body() instanceof Map<?, ?> created) {
                youngest.add(String.valueOf(created.get("id")));
            }
            if (ask.isFor("PATCH", "cohorts", 6)
                    && reply.status() == 200
                    && ask.fieldsOrNone().containsKey(ADD)) {
                addTo(youngest, ask, next);
            }
            return reply;
        };
    }

    private static void addTo(List<String> cohorts, Ask ask, Function<Ask, Reply> next) {
        cohorts.stream().skip(Math.max(0, cohorts.size() - 1)).forEach(id -> next.apply(ask.withPath(4, id)));
    }

    /** Wherever a condition of the filters has a list of one as its value, only the element is shown. */
    private static Map<String, @Nullable Object> withoutShortLists(Map<String, @Nullable Object> object) {
        object.replaceAll((name, value) -> unwrapped(name, value));
        return object;
    }

    private static @Nullable Object unwrapped(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return withoutShortLists(Reply.object(map));
        }
        if (value instanceof List<?> list) {
            return name.equals("value") && list.size() == 1
                    ? list.get(0)
                    : list.stream().map(item -> unwrapped(name, item)).toList();
        }
        return value;
    }
}
