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

/** Conditions on a cohort that speak of another cohort. */
final class CohortReferences {
    private CohortReferences() {}

    /** Whether {@code filters} speak of a cohort, if only through others, which {@code lookup} finds by their ids. */
    static boolean lead(CohortFilters filters, int to, IntFunction<Optional<StoredCohort>> lookup) {
        return lead(filters, to, lookup, new HashSet<>());
    }

    private static boolean lead(
            CohortFilters filters, int to, IntFunction<Optional<StoredCohort>> lookup, Set<Integer> seen) {
        return ids(filters.getProperties().getValues())
                .filter(seen::add)
                .anyMatch(id -> id == to
                        || lookup.apply(id)
                                .filter(other -> lead(other.filters(), to, lookup, seen))
                                .isPresent());
    }

    private static Stream<Integer> ids(@Nullable List<CohortFilter> values) {
        return Objects.requireNonNullElse(values, List.<CohortFilter>of()).stream()
                .flatMap(value -> value.getType().equals("cohort")
                        ? Stream.of((Integer) value.getValue().get())
                        : ids(value.getValues()));
    }
}
