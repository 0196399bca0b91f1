package dev.core7.examples.vendor.store;

import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilters;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds references between cohorts in their filters. */
final class CohortReferences {
    private CohortReferences() {}

    /** Returns whether {@code filters} refer to a cohort, directly or through others. {@code lookup} finds cohorts by id. */
    static boolean reach(CohortFilters filters, int to, IntFunction<Optional<StoredCohort>> lookup) {
        return reach(filters, to, lookup, new HashSet<>());
    }

    private static boolean reach(
            CohortFilters filters, int to, IntFunction<Optional<StoredCohort>> lookup, Set<Integer> seen) {
        return ids(filters.getProperties().getValues())
                .filter(seen::add)
                .anyMatch(id -> id == to
                        || lookup.apply(id)
                                .filter(other -> reach(other.filters(), to, lookup, seen))
                                .isPresent());
    }

    private static Stream<Integer> ids(@Nullable List<CohortFilter> values) {
        return Objects.requireNonNullElse(values, List.<CohortFilter>of()).stream()
                .flatMap(value -> value.getType().equals("cohort")
                        ? Stream.of((Integer) value.getValue().get())
                        : ids(value.getValues()));
    }
}
