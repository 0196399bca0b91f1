package dev.core7.examples.vendor.store;

import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.CohortPerson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who belongs to a cohort by its filters. Conditions on a person's properties are understood; any other, nobody meets. */
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
                        ? values.stream().anyMatch(value -> one(person, value))
                        : values.stream().allMatch(value -> one(person, value)));
    }

    private static boolean one(CohortPerson person, CohortFilter filter) {
        return filter.getValues() == null
                ? filter.getType().equals("person") && condition(person, filter)
                : group(person, filter.getType(), filter.getValues());
    }

    private static boolean condition(CohortPerson person, CohortFilter filter) {
        var key = Objects.toString(filter.getKey().orElse(null));
        var actual = ((Map<?, ?>) person.getProperties()).get(key);
        var wanted = filter.getValue().orElse(null);
        boolean met = switch (Objects.requireNonNullElse(filter.getOperator().orElse(null), "exact")) {
            case "is_set" -> actual != null;
            case "is_not_set" -> actual == null;
            case "exact" -> isOneOf(actual, wanted);
            case "is_not" -> !isOneOf(actual, wanted);
            case "icontains" -> actual != null && fold(actual).contains(fold(wanted));
            default -> false;
        };
        return met != Boolean.TRUE.equals(filter.getNegation());
    }

    private static boolean isOneOf(@Nullable Object actual, @Nullable Object wanted) {
        var all = wanted instanceof List<?> list ? list : List.of(Objects.toString(wanted));
        return actual != null
                && all.stream().anyMatch(value -> Objects.toString(value).equals(actual.toString()));
    }

    private static String fold(@Nullable Object value) {
        return Objects.toString(value).toLowerCase(Locale.ROOT);
    }
}
