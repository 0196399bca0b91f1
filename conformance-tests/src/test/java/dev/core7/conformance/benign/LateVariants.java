package dev.core7.conformance.benign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Servers that take their time to show the members of a cohort. */
final class LateVariants {
    private LateVariants() {}

    static Stream<Variant> all() {
        return Stream.of(
                Variant.of("a_person_that_was_added_is_listed_later", late(3)),
                Variant.of("a_person_is_listed_when_the_flows_begin", late(40)),
                Variant.of("a_person_not_listed_yet_cannot_be_removed", strict().and(late(3))),
                Variant.of("members_are_never_shown_but_counted", behind("add_persons_to_static_cohort"))
                        .incomplete(),
                Variant.of("removals_are_counted_before_they_are_shown", behind("remove_person_from_static_cohort"))
                        .incomplete(),
                Variant.of(
                        "a_dynamic_cohort_is_calculated_for_ever",
                        (ask, next) -> next.apply(ask).mapping(body -> {
                            body.computeIfPresent(
                                    "is_calculating", (name, is) -> !Boolean.TRUE.equals(body.get("is_static")));
                            return body;
                        })));
    }

    /** After a write to the members of a cohort so many reads show those of before. */
    private static Twist late(int reads) {
        var before = new HashMap<String, Reply>();
        var left = new HashMap<String, AtomicInteger>();
        return (ask, next) -> {
            String cohort = ask.id();
            if (ask.method().equals("PATCH") && ask.path().size() == 6) {
                left.put(cohort, new AtomicInteger(reads));
            }
            var reply = next.apply(ask);
            if (!isMembers(ask) || reply.status() != 200) {
                return reply;
            }
            boolean stale = left.containsKey(cohort) && left.get(cohort).getAndDecrement() > 0;
            if (!stale) {
                before.put(cohort, reply);
                return reply;
            }
            return before.getOrDefault(cohort, empty(reply));
        };
    }

    /** Once a person was added or removed, the list of that cohort never changes. */
    private static Twist behind(String write) {
        var shown = new HashMap<String, Reply>();
        var stopped = new HashMap<String, Boolean>();
        return (ask, next) -> {
            if (ask.path().get(ask.path().size() - 1).equals(write)) {
                stopped.put(ask.id(), true);
            }
            var reply = next.apply(ask);
            if (!isMembers(ask) || reply.status() != 200) {
                return reply;
            }
            if (!stopped.containsKey(ask.id())) {
                shown.put(ask.id(), reply);
            }
            return shown.getOrDefault(ask.id(), empty(reply));
        };
    }

    /** A server that does not know who is not a member. */
    private static Twist strict() {
        var listed = new HashMap<String, Boolean>();
        return (ask, next) -> {
            boolean removes = ask.path().get(ask.path().size() - 1).startsWith("remove_person");
            if (removes && listed.containsKey(ask.id()) && !listed.get(ask.id())) {
                return Refused.notFound().reply();
            }
            var reply = next.apply(ask);
            if (isMembers(ask) && reply.body() instanceof Map<?, ?> body) {
                listed.put(ask.id(), !List.of().equals(body.get("results")));
            }
            return reply;
        };
    }

    private static boolean isMembers(Ask ask) {
        return ask.isFor("GET", "cohorts", 6)
                && ask.path().get(5).equals("persons")
                && ask.query().isEmpty();
    }

    private static Reply empty(Reply reply) {
        return reply.mapping(body -> {
            body.computeIfPresent("results", (name, all) -> List.of());
            return body;
        });
    }
}
