package dev.core7.conformance.spi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that a behaviour created and no longer needs. Later behaviours of the lane use them instead of creating their own, so
 * that a run creates few objects.
 */
public final class SpareObjects {
    private final Map<String, Set<String>> ids = new HashMap<>();

    /** Leaves an object to later behaviours. It exists and has no members; its fields may have been updated. */
    public void leave(String creatorId, String id) {
        ids.computeIfAbsent(creatorId, creator -> new LinkedHashSet<>()).add(id);
    }

    /** Takes the object of an operation that was left first; empty if there is none. */
    public Optional<String> take(String creatorId) {
        var left = ids.getOrDefault(creatorId, new LinkedHashSet<>());
        var first = left.stream().findFirst();
        first.ifPresent(left::remove);
        return first;
    }
}
