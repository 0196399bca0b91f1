package dev.core7.conformance.view;

import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonValues;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one request shows several objects, by their ids. Two views that differ in the same way twice do not differ because an object
 * has changed meanwhile: it would have had to change back and forth exactly between the requests.
 */
public record Views(Map<String, Map<?, ?>> objects) {
    /** Servers may show times without fractions of a second. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private static final Duration FRACTION = Duration.ofMillis(1);

    /** The items of a list. */
    public static Views of(List<Map<?, ?>> items) {
        var objects = new LinkedHashMap<String, Map<?, ?>>();
        items.forEach(item -> objects.put(Page.id(item), item));
        return new Views(objects);
    }

    /** Whether an object that both show has a field with different values. */
    public boolean differsFrom(Views other) {
        return objects.entrySet().stream()
                .anyMatch(object -> !fields(object.getValue(), other.objects().get(object.getKey()))
                        .isEmpty());
    }

    /** A field that differs from {@code other} now and before, while both views themselves have not changed. */
    public Optional<Finding> differsAgain(Views other, Views before, Views otherBefore, String pointer) {
        for (var object : objects.entrySet()) {
            var id = object.getKey();
            var now = object.getValue();
            Map<?, ?> then = before.objects().getOrDefault(id, Map.of());
            Map<?, ?> elsewhere = other.objects().getOrDefault(id, Map.of());
            Map<?, ?> elsewhereThen = otherBefore.objects().getOrDefault(id, Map.of());
            for (String field : fields(now, elsewhere)) {
                boolean stayed = then.containsKey(field)
                        && elsewhereThen.containsKey(field)
                        && isAlike(now.get(field), then.get(field))
                        && isAlike(elsewhere.get(field), elsewhereThen.get(field));
                if (stayed) {
                    return Optional.of(new Finding(
                            pointer + "/" + field,
                            JsonValues.describe(elsewhere.get(field)) + " for " + id + ", as shown otherwise",
                            JsonValues.describe(now.get(field))));
                }
            }
        }
        return Optional.empty();
    }

    /** The fields that both show, with different values. */
    public static List<String> fields(Map<?, ?> one, @Nullable Map<?, ?> other) {
        var differing = new ArrayList<String>();
        if (other != null) {
            one.forEach((name, value) -> {
                if (other.containsKey(name) && !isAlike(value, other.get(name))) {
                    differing.add(String.valueOf(name));
                }
            });
        }
        return differing;
    }

    /** Compares numbers by value, date-times by the moment, arrays in any order, and objects by the members that both have. */
    public static boolean isAlike(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return fields(first, second).isEmpty();
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            return first.size() == second.size()
                    && first.stream().allMatch(item -> second.stream().anyMatch(also -> isAlike(item, also)));
        }
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        return one == null ? other == null : one.equals(other) || isSameTime(one, other);
    }

    private static boolean isSameTime(Object one, @Nullable Object other) {
        if (!(one instanceof String first) || !(other instanceof String second)) {
            return false;
        }
        try {
            var precision = first.contains(".") && second.contains(".") ? FRACTION : ROUNDING;
            return Duration.between(OffsetDateTime.parse(first), OffsetDateTime.parse(second))
                            .abs()
                            .compareTo(precision)
                    < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
