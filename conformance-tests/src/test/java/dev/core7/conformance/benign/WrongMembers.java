package dev.core7.conformance.benign;

import dev.core7.contract.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Servers that add and remove the wrong members of cohorts. */
final class WrongMembers {
    private static final String ADD = "person_ids";
    private static final String REMOVE = "person_id";

    private WrongMembers() {}

    /** Only the first member of a request is added. */
    static Twist onlyFirstAdded() {
        return (ask, next) -> isAction(ask) && ask.fields().get(ADD) instanceof List<?> ids && ids.size() > 1
                ? next.apply(ask.withBody(Json.write(Map.of(ADD, List.of(String.valueOf(ids.get(0)))))))
                : next.apply(ask);
    }

    /** The member that was added first is removed, whoever the request names. */
    static Twist firstRemoved() {
        Map<String, Object> first = new HashMap<>();
        return (ask, next) -> {
            if (isAction(ask) && ask.fields().get(ADD) instanceof List<?> ids && !ids.isEmpty()) {
                first.putIfAbsent(ask.id(), String.valueOf(ids.get(0)));
            }
            return isAction(ask) && ask.fields().containsKey(REMOVE) && first.containsKey(ask.id())
                    ? next.apply(ask.withBody(Json.write(Map.of(REMOVE, first.get(ask.id())))))
                    : next.apply(ask);
        };
    }

    /** A member can be removed once only. */
    static Twist removedOnce() {
        Set<String> removed = new HashSet<>();
        return (ask, next) -> isAction(ask)
                        && ask.fields().containsKey(REMOVE)
                        && !removed.add(ask.id() + ask.fields().get(REMOVE))
                ? next.apply(ask.withPath(4, "987654321"))
                : next.apply(ask);
    }

    /** A cohort that was deleted and restored has no members any more. */
    static Twist lostOnRestore() {
        Set<String> deleted = new HashSet<>();
        Set<String> restored = new HashSet<>();
        return (ask, next) -> {
            if (isUpdate(ask) && ask.fields().get("deleted") instanceof Boolean isDeleted) {
                if (isDeleted) {
                    deleted.add(ask.id());
                } else if (deleted.contains(ask.id())) {
                    restored.add(ask.id());
                }
            }
            var reply = next.apply(ask);
            boolean shows = ask.isFor("GET", "cohorts", 5) || ask.isFor("GET", "cohorts", 6);
            return shows && restored.contains(ask.id()) && reply.status() == 200
                    ? reply.mapping(body -> {
                        body.computeIfPresent("results", (name, items) -> List.of());
                        body.computeIfPresent("count", (name, count) -> 0);
                        return body;
                    })
                    : reply;
        };
    }

    private static boolean isUpdate(Ask ask) {
        try {
            return ask.isFor("PATCH", "cohorts", 5) && !ask.fields().isEmpty();
        } catch (Refused e) {
            return false;
        }
    }

    private static boolean isAction(Ask ask) {
        try {
            return ask.isFor("PATCH", "cohorts", 6) && !ask.fields().isEmpty();
        } catch (Refused e) {
            return false;
        }
    }
}
