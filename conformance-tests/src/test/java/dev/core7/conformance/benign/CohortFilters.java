package dev.core7.conformance.benign;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters as PostHog checks and stores them: leaves without nulls. */
final class CohortFilters {
    private static final Set<String> KINDS = Set.of("behavioral", "cohort", "person");

    private CohortFilters() {}

    static Map<String, @Nullable Object> cleaned(@Nullable Object filters) {
        if (!(filters instanceof Map<?, ?> map) || !(map.get("properties") instanceof Map<?, ?> group)) {
            throw Refused.invalid("invalid_input", "filters");
        }
        return Reply.object("properties", group.isEmpty() ? Map.of() : group(group));
    }

    private static Map<String, @Nullable Object> group(Map<?, ?> group) {
        if (!Set.of("AND", "OR").contains(String.valueOf(group.get("type")))
                || !(group.get("values") instanceof List<?> values)) {
            throw Refused.invalid("invalid_input", "filters");
        }
        return Reply.object(
                "type",
                group.get("type"),
                "values",
                values.stream().map(CohortFilters::value).toList());
    }

    private static Object value(Object value) {
        if (value instanceof Map<?, ?> map && map.containsKey("values")) {
            return group(map);
        }
        if (!(value instanceof Map<?, ?> leaf)
                || !KINDS.contains(String.valueOf(leaf.get("type")))
                || leaf.get("key") == null
                || leaf.get("value") == null
                || !(leaf.get("operator") == null || leaf.get("operator") instanceof String)) {
            throw Refused.invalid("invalid_input", "filters");
        }
        var kept = Reply.object(leaf);
        kept.values().removeIf(Objects::isNull);
        return kept;
    }
}
