package dev.core7.mock.posthog;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the type of a cohort from its other fields; conditions of the most complex type decide. */
final class CohortTypes {
    private static final List<String> SIMPLEST_FIRST = List.of("static", "person_property", "behavioral", "analytical");
    private static final Set<String> ANALYTICAL = Set.of(
            "performed_event_first_time",
            "performed_event_regularly",
            "performed_event_sequence",
            "stopped_performing_event",
            "restarted_performing_event");

    private final Collection<Map<String, @Nullable Object>> cohorts;

    /** @param cohorts the cohorts to which conditions may refer */
    CohortTypes(Collection<Map<String, @Nullable Object>> cohorts) {
        this.cohorts = cohorts;
    }

    /** Returns the type of a cohort; empty if it cannot be determined. */
    Optional<String> of(Map<String, @Nullable Object> cohort) {
        return of(cohort, new HashSet<>());
    }

    private Optional<String> of(Map<String, @Nullable Object> cohort, Set<String> visited) {
        if (Boolean.TRUE.equals(cohort.get("is_static"))) {
            return Optional.of("static");
        }
        if (cohort.get("query") instanceof Map<?, ?> query && !query.isEmpty()) {
            return Optional.of("analytical");
        }
        Optional<String> highest = Optional.empty();
        for (Map<?, ?> condition : Conditions.in(cohort.get("filters"))) {
            var type = ofCondition(condition, visited);
            if (type.isEmpty()) {
                return Optional.empty();
            }
            highest = highest.filter(other -> rank(other) > rank(type.get())).or(() -> type);
        }
        return highest;
    }

    private static int rank(String type) {
        return SIMPLEST_FIRST.indexOf(type);
    }

    private Optional<String> ofCondition(Map<?, ?> condition, Set<String> visited) {
        return switch (String.valueOf(condition.get("type"))) {
            case "behavioral" ->
                Optional.of(ANALYTICAL.contains(String.valueOf(condition.get("value"))) ? "analytical" : "behavioral");
            case "person" -> Optional.of("person_property");
            case "cohort" -> {
                String id = String.valueOf(condition.get("value"));
                yield visited.add(id)
                        ? cohorts.stream()
                                .filter(cohort -> id.equals(String.valueOf(cohort.get("id"))))
                                .findFirst()
                                .flatMap(cohort -> of(cohort, visited))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
