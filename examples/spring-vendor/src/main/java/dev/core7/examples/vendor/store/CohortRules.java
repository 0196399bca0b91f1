package dev.core7.examples.vendor.store;

import dev.core7.examples.vendor.error.ApiException;
import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.CohortRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** PostHog's rules for cohorts beyond the types of the fields. */
final class CohortRules {
    private static final Set<String> GROUPS = Set.of("AND", "OR");
    private static final Set<String> WITHOUT_VALUE = Set.of("is_set", "is_not_set");

    private CohortRules() {}

    /** Checks that a static cohort has no filters, and a dynamic cohort no query. */
    static void check(CohortRequest sent, boolean isStatic) {
        var filters = sent.getFilters().orElse(null);
        boolean query = isGiven(sent.getQuery());
        if (filters != null) {
            check(filters);
        }
        boolean criteria = filters != null && filters.getProperties().getValues() != null;
        if (criteria && query) {
            throw error("A cohort has filters or a query, not both.", null);
        }
        if (criteria && isStatic) {
            throw error("A static cohort has no filters.", "filters");
        }
        if (query && !isStatic) {
            throw error("Only a static cohort has a query.", "query");
        }
    }

    /** Checks that the query of a static cohort does not change. */
    static void checkChange(StoredCohort old, CohortRequest sent) {
        boolean changes = sent.getQuery().isPresent()
                && !Objects.equals(
                        sent.getQuery().get(), old.written().getQuery().orElse(null));
        if (old.isStatic() && changes) {
            throw error("The query of a static cohort cannot be changed.", "query");
        }
    }

    private static void check(CohortFilters filters) {
        var outermost = filters.getProperties();
        // An empty group means no filters, but an incomplete group is invalid.
        if (outermost.getType() != null || outermost.getValues() != null) {
            group(outermost.getType(), outermost.getValues());
        }
    }

    private static void group(@Nullable String type, @Nullable List<CohortFilter> values) {
        require(type != null && GROUPS.contains(type), "A group is of type AND or OR.");
        require(values != null, "A group has values.");
        for (CohortFilter value : Objects.requireNonNull(values)) {
            if (GROUPS.contains(value.getType())) {
                group(value.getType(), value.getValues());
            } else {
                condition(value);
            }
        }
    }

    private static void condition(CohortFilter it) {
        require(isGiven(it.getKey()), "A condition has a key.");
        switch (it.getType()) {
            case "behavioral" ->
                require(
                        it.getValue().orElse(null) instanceof String && it.getEventType() != null,
                        "A behavioral condition has a text as its value, and an event_type.");
            case "cohort" ->
                require(
                        "id".equals(it.getKey().get()) && it.getValue().orElse(null) instanceof Integer,
                        "A condition on a cohort has the key id and a number as its value.");
            case "person", "person_metadata" -> {
                var operator = it.getOperator().orElse(null);
                boolean compares = operator != null && isGiven(it.getValue());
                require(
                        compares || operator != null && WITHOUT_VALUE.contains(operator),
                        "A condition on persons has an operator, and a value to compare with.");
            }
            default -> throw error("No such type of condition: " + it.getType() + ".", "filters");
        }
    }

    private static boolean isGiven(JsonNullable<?> value) {
        return value.isPresent() && value.get() != null;
    }

    private static void require(boolean met, String rule) {
        if (!met) {
            throw error(rule, "filters");
        }
    }

    private static ApiException error(String rule, @Nullable String attr) {
        return ApiException.invalid("invalid_input", rule, attr);
    }
}
