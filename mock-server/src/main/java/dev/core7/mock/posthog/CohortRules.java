package dev.core7.mock.posthog;

import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.RequestBody;
import dev.core7.mock.validation.StoredFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostHog's rules for cohorts: what filters, query, kind and type must have to do with each other. */
final class CohortRules implements ObjectRules {
    private static final String FILTERS = "filters";
    private static final String QUERY = "query";
    private static final String STATIC = "is_static";
    private static final String TYPE = "cohort_type";
    private static final Set<String> YES = Set.of("y", "yes", "t", "true", "on", "1");
    private static final Set<String> QUERIES = Set.of("ActorsQuery", "HogQLQuery");

    private final RequestBody body;
    private final StoredFields stored;
    private final boolean isCreate;

    CohortRules(RequestBody body, StoredFields stored, boolean isCreate) {
        this.body = body;
        this.stored = stored;
        this.isCreate = isCreate;
    }

    /** Returns whether the fields of a body are those of a cohort. */
    static boolean concern(Set<String> fields) {
        return fields.contains(FILTERS) && fields.contains(STATIC);
    }

    @Override
    public Reading check(String name, Reading reading) {
        if (reading.error().isPresent()) {
            return reading;
        }
        return switch (name) {
            case FILTERS -> filters(reading.value());
            case QUERY -> query(reading.value());
            case TYPE -> type(reading.value());
            default -> reading;
        };
    }

    private Reading filters(@Nullable Object value) {
        var isStatic = isStatic();
        boolean mayBeStatic = isStatic.orElse(true);
        boolean isEmpty = value == null || value instanceof Map<?, ?> map && (map.isEmpty() || hasNoConditions(map));
        if (mayBeStatic && isEmpty) {
            return Reading.of(value);
        }
        if (!(value instanceof Map<?, ?> filters) || !filters.containsKey("properties")) {
            return Reading.invalid(value, "Must contain a 'properties' key with type and values", "filters__detail");
        }
        return CohortFilters.problem(filters)
                .map(problem -> Reading.invalid(value, problem, FILTERS))
                .orElseGet(() -> Reading.of(value));
    }

    private static boolean hasNoConditions(Map<?, ?> filters) {
        return filters.get("properties") instanceof Map<?, ?> group
                && (!group.containsKey("values") || group.get("values") instanceof List<?> values && values.isEmpty());
    }

    private static Reading query(@Nullable Object value) {
        if (value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(Map.of())
                || value.equals(List.of())) {
            return Reading.of(null);
        }
        if (!(value instanceof Map<?, ?> query)) {
            return Reading.invalid(value, "Query must be a dictionary.", QUERY);
        }
        return QUERIES.contains(String.valueOf(query.get("kind")))
                ? Reading.of(value)
                : Reading.invalid(
                        value, "Query must be an ActorsQuery or HogQLQuery. Got: " + query.get("kind"), QUERY);
    }

    /** Compares a type with the one that follows from the other fields; no cohort can be made {@code realtime}. */
    private Reading type(@Nullable Object value) {
        var isStatic = isStatic();
        if (value == null || value.equals("") || isStatic.isEmpty() && !value.equals("realtime")) {
            return Reading.of(value);
        }
        var cohort = new LinkedHashMap<String, @Nullable Object>();
        cohort.put(STATIC, isStatic.orElse(false));
        cohort.put(FILTERS, current(FILTERS));
        cohort.put(QUERY, current(QUERY));
        var expected = new CohortTypes(stored.siblings()).of(cohort);
        if (expected.isEmpty()) {
            return Reading.invalid(value, "Invalid cohort type for the given filters", TYPE);
        }
        return expected.get().equals(value)
                ? Reading.of(value)
                : Reading.invalid(
                        value,
                        "Cohort type '" + value + "' does not match the filters. Expected type: '" + expected.get()
                                + "'",
                        TYPE);
    }

    /** Returns the value that a field will have: from the body, or else from the stored cohort. */
    private @Nullable Object current(String name) {
        return body.names().contains(name)
                ? body.field(name)
                : stored.addressed().map(cohort -> cohort.get(name)).orElse(null);
    }

    /** Returns whether the cohort will be static; empty if that is not known, because the mock stores nothing. */
    private Optional<Boolean> isStatic() {
        var sent = body.field(STATIC);
        if (body.names().contains(STATIC)) {
            return Optional.of(sent != null && YES.contains(sent.toString().toLowerCase(Locale.ROOT)));
        }
        if (isCreate) {
            return Optional.of(false);
        }
        return stored.addressed().map(cohort -> Boolean.TRUE.equals(cohort.get(STATIC)));
    }

    @Override
    public Optional<PostHogError> together(Map<String, @Nullable Object> fields) {
        if (!isCreate || fields.get(QUERY) == null) {
            return Optional.empty();
        }
        if (Conditions.exist(fields.get(FILTERS))) {
            return error("Cannot set both query and filters at the same time.");
        }
        return Boolean.TRUE.equals(fields.get(STATIC))
                ? Optional.empty()
                : error("Cannot create a dynamic cohort with a query. Set is_static to true.");
    }

    @Override
    public Optional<PostHogError> conflict(Map<String, @Nullable Object> fields) {
        var cohort = stored.addressed();
        return isCreate || cohort.isEmpty() ? Optional.empty() : conflict(fields, cohort.get());
    }

    private Optional<PostHogError> conflict(
            Map<String, @Nullable Object> fields, Map<String, @Nullable Object> cohort) {
        String id = String.valueOf(cohort.get("id"));
        var before = cohort.get(FILTERS);
        var after = fields.containsKey(FILTERS) ? fields.get(FILTERS) : before;
        boolean isStatic = Boolean.TRUE.equals(fields.getOrDefault(STATIC, cohort.get(STATIC)));
        if (isStatic && !Objects.equals(before, after) && (Conditions.exist(before) || Conditions.exist(after))) {
            return error("Editing the criteria of a static cohort is not supported yet."
                    + " Create a new static cohort instead.");
        }
        if (Boolean.TRUE.equals(fields.get("deleted")) && !Boolean.TRUE.equals(cohort.get("deleted"))) {
            var users = stored.siblings().stream()
                    .filter(other -> !id.equals(String.valueOf(other.get("id")))
                            && !Boolean.TRUE.equals(other.get("deleted"))
                            && Conditions.cohortsIn(other.get(FILTERS)).contains(id))
                    .map(other -> other.get("name") == null ? "Unnamed" : String.valueOf(other.get("name")))
                    .toList();
            if (!users.isEmpty()) {
                return error("This cohort is used as criteria in " + users.size() + " other cohort(s): "
                        + String.join(", ", users.subList(0, Math.min(users.size(), 5)))
                        + ". Please remove this cohort from those cohort definitions before deleting it.");
            }
        }
        return Conditions.reach(id, after, stored.siblings())
                ? error("Cohorts cannot reference other cohorts in a loop.")
                : Optional.empty();
    }

    private static Optional<PostHogError> error(String detail) {
        return Optional.of(PostHogError.invalidInput(detail));
    }
}
