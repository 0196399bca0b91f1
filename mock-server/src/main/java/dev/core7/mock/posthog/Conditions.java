package dev.core7.mock.posthog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conditions in the filters of a cohort, and the cohorts to which they refer. */
final class Conditions {
    private static final String VALUES = "values";

    private Conditions() {}

    /** Returns whether filters contain a condition or a group. */
    static boolean exist(@Nullable Object filters) {
        return filters instanceof Map<?, ?> map
                && map.get("properties") instanceof Map<?, ?> group
                && group.get(VALUES) instanceof List<?> values
                && !values.isEmpty();
    }

    /** Returns all conditions in filters, at any depth. */
    static List<Map<?, ?>> in(@Nullable Object filters) {
        var conditions = new ArrayList<Map<?, ?>>();
        if (filters instanceof Map<?, ?> map) {
            collect(map.get("properties"), conditions);
        }
        return conditions;
    }

    private static void collect(@Nullable Object value, List<Map<?, ?>> conditions) {
        if (value instanceof Map<?, ?> map) {
            if (map.get(VALUES) instanceof List<?> values) {
                values.forEach(member -> collect(member, conditions));
            } else if (map.containsKey("key")) {
                conditions.add(map);
            }
        }
    }

    /** Returns the ids of the cohorts to which filters refer directly. */
    static List<String> cohortsIn(@Nullable Object filters) {
        return in(filters).stream()
                .filter(condition -> "cohort".equals(condition.get("type")))
                .map(condition -> String.valueOf(condition.get("value")))
                .toList();
    }

    /** Returns whether a cohort with these filters would refer to itself, directly or through others. */
    static boolean reach(String id, @Nullable Object filters, Collection<Map<String, @Nullable Object>> cohorts) {
        return reach(id, filters, cohorts, new HashSet<>());
    }

    private static boolean reach(
            String id,
            @Nullable Object filters,
            Collection<Map<String, @Nullable Object>> cohorts,
            Set<String> visited) {
        return cohortsIn(filters).stream()
                .anyMatch(other -> other.equals(id)
                        || visited.add(other)
                                && cohorts.stream()
                                        .filter(cohort -> other.equals(String.valueOf(cohort.get("id"))))
                                        .anyMatch(cohort -> reach(id, cohort.get("filters"), cohorts, visited)));
    }
}
