package dev.core7.examples.vendor.store;

import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.CohortPerson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Evaluates the filters of a cohort. Supports conditions on properties of persons; nobody matches other conditions. */
final class FilterMatch {
    private FilterMatch() {}

    static boolean matches(CohortPerson person, CohortFilters filters) {
        var group = filters.getProperties();
        return group.getValues() != null
                && group(person, Objects.requireNonNullElse(group.getType(), "AND"), group.getValues());
    }

    private static boolean group(CohortPerson person, String type, List<CohortFilter> values) {
        return !values.isEmpty()
                && (type.equals("OR")
                        ? values.stream().anyMatch(value -> matches(person, value))
                        : values.stream().allMatch(value -> matches(person, value)));
    }

    private static boolean matches(CohortPerson person, CohortFilter filter) {
        return filter.getValues() == null
                ? filter.getType().equals("person") && condition(person, filter)
                : group(person, filter.getType(), filter.getValues());
    }

    private static boolean condition(CohortPerson person, CohortFilter filter) {
        var key = Objects.toString(filter.getKey().orElse(null));
        var actual = ((Map<?, ?>) person.getProperties()).get(key);
        var expected = filter.getValue().orElse(null);
        boolean met = switch (Objects.requireNonNullElse(filter.getOperator().orElse(null), "exact")) {
            case "is_set" -> actual != null;
            case "is_not_set" -> actual == null;
            case "exact" -> isOneOf(actual, expected);
            case "is_not" -> !isOneOf(actual, expected);
            case "icontains" -> actual != null && fold(actual).contains(fold(expected));
            default -> false;
        };
        return met != Boolean.TRUE.equals(filter.getNegation());
    }

    private static boolean isOneOf(@Nullable Object actual, @Nullable Object expected) {
        var all = expected instanceof List<?> list ? list : List.of(Objects.toString(expected));
        return actual != null
                && all.stream().anyMatch(value -> Objects.toString(value).equals(actual.toString()));
    }

    private static String fold(@Nullable Object value) {
        return Objects.toString(value).toLowerCase(Locale.ROOT);
    }
}
