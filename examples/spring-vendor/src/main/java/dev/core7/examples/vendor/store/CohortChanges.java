package dev.core7.examples.vendor.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.core7.server.model.Cohort;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares a cohort before and after an update. */
final class CohortChanges {
    private static final Map<String, Function<Cohort, @Nullable Object>> FIELDS = new TreeMap<>(Map.of(
            "name",
            cohort -> cohort.getName().orElse(null),
            "description",
            Cohort::getDescription,
            "groups",
            cohort -> cohort.getGroups().orElse(null),
            "deleted",
            Cohort::getDeleted,
            "filters",
            Cohort::getFilters,
            "query",
            cohort -> cohort.getQuery().orElse(null),
            "is_static",
            Cohort::getIsStatic,
            "cohort_type",
            cohort -> cohort.getCohortType().orElse(null)));

    private CohortChanges() {}

    /** The values of a field before and after an update. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(
            String type,
            String action,
            String field,
            @Nullable Object before,
            @Nullable Object after) {}

    static List<Change> between(Cohort before, Cohort after) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(before), field.getValue().apply(after)))
                .map(field -> new Change(
                        "Cohort",
                        "changed",
                        field.getKey(),
                        field.getValue().apply(before),
                        field.getValue().apply(after)))
                .toList();
    }
}
