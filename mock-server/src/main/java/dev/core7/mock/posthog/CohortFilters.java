package dev.core7.mock.posthog;

import dev.core7.mock.posthog.FilterError.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the filters of a cohort with PostHog's models: groups of conditions, without unknown fields. Numbers and booleans may
 * be texts.
 */
final class CohortFilters {
    private static final String TYPE = "type";
    private static final String VALUE = "value";
    private static final String VALUES = "values";
    private static final String OPERATOR = "operator";
    private static final Set<String> GROUPS = Set.of("AND", "OR");
    private static final Set<String> WITHOUT_VALUE = Set.of("is_set", "is_not_set");
    private static final int MAX_ERRORS = 3;

    /** Kind of condition → its required fields. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "behavioral", List.of("key", VALUE, "event_type"),
            "cohort", List.of("key", VALUE),
            "person", List.of("key"),
            "person_metadata", List.of("key"));

    /** Kind of condition → its fields. */
    private static final Map<String, Map<String, FilterType>> FIELDS = Map.of(
            "behavioral", behavioral(),
            "cohort", with(Map.of("key", FilterType.ID, VALUE, FilterType.INTEGER)),
            "person", person(),
            "person_metadata", person());

    private final List<FilterError> errors = new ArrayList<>();

    private CohortFilters() {}

    private static Map<String, FilterType> behavioral() {
        var fields = new LinkedHashMap<String, FilterType>();
        fields.put("key", FilterType.STRING_OR_INTEGER);
        fields.put("seq_event", FilterType.STRING_OR_INTEGER);
        Stream.of(
                        VALUE,
                        "event_type",
                        "time_interval",
                        OPERATOR,
                        "seq_time_interval",
                        "seq_event_type",
                        "explicit_datetime",
                        "explicit_datetime_to")
                .forEach(name -> fields.put(name, FilterType.STRING));
        Stream.of("time_value", "operator_value", "seq_time_value", "total_periods", "min_periods")
                .forEach(name -> fields.put(name, FilterType.INTEGER));
        fields.put("event_filters", FilterType.LIST);
        return with(fields);
    }

    private static Map<String, FilterType> person() {
        return with(Map.of("key", FilterType.STRING, VALUE, FilterType.ANY, OPERATOR, FilterType.STRING));
    }

    /** Returns the fields of a condition with those that all conditions have. */
    private static Map<String, FilterType> with(Map<String, FilterType> own) {
        var fields = new LinkedHashMap<>(own);
        fields.put("negation", FilterType.BOOLEAN);
        fields.put("bytecode", FilterType.LIST);
        fields.put("bytecode_error", FilterType.STRING);
        fields.put("conditionHash", FilterType.STRING);
        return fields;
    }

    /** Returns PostHog's message about filters with the field {@code properties}; empty if they are valid. */
    static Optional<String> problem(Map<?, ?> filters) {
        var check = new CohortFilters();
        check.extra(filters, Set.of("properties"), List.of());
        check.group(filters.get("properties"), List.of("properties"));
        return check.errors.isEmpty() ? Optional.empty() : Optional.of(check.message());
    }

    /** Returns the message in PostHog's words if it has some for one of the errors, otherwise in those of pydantic. */
    private String message() {
        for (FilterError error : errors) {
            if (error.kind() == Kind.VALUE_ERROR) {
                return error.message();
            }
            if (error.kind() == Kind.MISSING) {
                for (String kind : List.of("behavioral", "cohort", "person")) {
                    if (error.location().contains(kind)) {
                        return missing(kind, error.last().toString());
                    }
                }
            }
        }
        return errors.stream().limit(MAX_ERRORS).toList().toString();
    }

    private static String missing(String kind, String fields) {
        return "Missing required keys for " + kind + " filter: " + fields;
    }

    private void group(@Nullable Object value, List<Object> location) {
        if (!(value instanceof Map<?, ?> group)) {
            add(Kind.MODEL_TYPE, location);
            return;
        }
        if (!group.containsKey(TYPE)) {
            add(Kind.MISSING, child(location, TYPE));
        } else if (!isGroup(group)) {
            errors.add(new FilterError(Kind.LITERAL_ERROR, child(location, TYPE), "Input should be 'AND' or 'OR'"));
        }
        if (!group.containsKey(VALUES)) {
            add(Kind.MISSING, child(location, VALUES));
        } else if (group.get(VALUES) instanceof List<?> values) {
            for (int i = 0; i < values.size(); i++) {
                member(values.get(i), child(child(location, VALUES), i));
            }
        } else {
            add(Kind.LIST_TYPE, child(location, VALUES));
        }
        extra(group, Set.of(TYPE, VALUES), location);
    }

    private void member(@Nullable Object value, List<Object> location) {
        if (!(value instanceof Map<?, ?> member)) {
            add(Kind.MODEL_TYPE, location);
        } else if (!member.containsKey(TYPE)) {
            add(Kind.UNION_TAG_NOT_FOUND, location);
        } else if (isGroup(member)) {
            group(member, child(location, member.get(TYPE)));
        } else if (FIELDS.containsKey(String.valueOf(member.get(TYPE)))) {
            condition(member, child(location, member.get(TYPE)));
        } else {
            add(Kind.UNION_TAG_INVALID, location);
        }
    }

    private static boolean isGroup(Map<?, ?> value) {
        return GROUPS.contains(String.valueOf(value.get(TYPE)));
    }

    private void condition(Map<?, ?> condition, List<Object> location) {
        String kind = String.valueOf(condition.get(TYPE));
        var required = REQUIRED.getOrDefault(kind, List.of());
        int before = errors.size();
        FIELDS.getOrDefault(kind, Map.of()).forEach((name, type) -> {
            var value = condition.get(name);
            if (value != null) {
                type.error(value).ifPresent(error -> add(error, child(location, name)));
            } else if (condition.containsKey(name) && (required.contains(name) || type == FilterType.BOOLEAN)) {
                add(type == FilterType.BOOLEAN ? Kind.BOOL_PARSING : Kind.STRING_TYPE, child(location, name));
            }
        });
        required.stream()
                .filter(name -> !condition.containsKey(name))
                .forEach(name -> add(Kind.MISSING, child(location, name)));
        if (condition.get("event_filters") instanceof List<?> filters) {
            eventFilters(filters, child(location, "event_filters"));
        }
        var known = new HashSet<>(FIELDS.getOrDefault(kind, Map.of()).keySet());
        known.add(TYPE);
        extra(condition, known, location);
        if (kind.startsWith("person") && errors.size() == before) {
            missingKeys(kind, condition, location);
        }
    }

    /** A condition on a person needs an operator, and a value unless the operator needs none. */
    private void missingKeys(String kind, Map<?, ?> condition, List<Object> location) {
        var missing = new ArrayList<String>();
        var operator = condition.get(OPERATOR);
        if (condition.get(VALUE) == null && !WITHOUT_VALUE.contains(String.valueOf(operator))) {
            missing.add(VALUE);
        }
        if (operator == null) {
            missing.add(OPERATOR);
        }
        if (!missing.isEmpty()) {
            errors.add(new FilterError(Kind.VALUE_ERROR, location, missing(kind, String.join(", ", missing))));
        }
    }

    private void eventFilters(List<?> filters, List<Object> location) {
        for (int i = 0; i < filters.size(); i++) {
            var place = child(location, i);
            if (!(filters.get(i) instanceof Map<?, ?> filter)) {
                add(Kind.MODEL_TYPE, place);
                continue;
            }
            boolean isHogQl = "hogql".equals(filter.get(TYPE));
            if (!isHogQl && !Set.of("event", "element").contains(String.valueOf(filter.get(TYPE)))) {
                errors.add(new FilterError(
                        Kind.LITERAL_ERROR, child(place, TYPE), "Input should be 'event' or 'element'"));
            }
            if (!(filter.get("key") instanceof String)) {
                add(filter.containsKey("key") ? Kind.STRING_TYPE : Kind.MISSING, child(place, "key"));
            }
            if (!isHogQl && !filter.containsKey(VALUE)) {
                add(Kind.MISSING, child(place, VALUE));
            }
            extra(filter, isHogQl ? Set.of(TYPE, "key", VALUE) : Set.of(TYPE, "key", VALUE, OPERATOR), place);
        }
    }

    private void extra(Map<?, ?> value, Set<String> known, List<Object> location) {
        value.keySet().stream()
                .map(Object::toString)
                .filter(name -> !known.contains(name))
                .forEach(name -> add(Kind.EXTRA_FORBIDDEN, child(location, name)));
    }

    private void add(Kind kind, List<Object> location) {
        errors.add(FilterError.of(kind, location));
    }

    private static List<Object> child(List<Object> location, @Nullable Object part) {
        var child = new ArrayList<>(location);
        child.add(part instanceof Integer ? part : String.valueOf(part));
        return child;
    }
}
