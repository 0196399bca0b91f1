package dev.core7.mock.state;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which order lists come: the newest first, unless the contract names a field; then equal ones the newest first. */
final class Order {
    private Order() {}

    /** @param oldestFirst the objects as they are kept */
    static List<Kept> of(Resource resource, List<Kept> oldestFirst) {
        var sorted = new ArrayList<>(oldestFirst);
        Collections.reverse(sorted);
        resource.schema().flatMap(Hints::order).ifPresent(order -> sorted.sort(by(order, resource)));
        return sorted;
    }

    /** Null counts as the greatest, as in PostHog's database. */
    private static Comparator<Kept> by(String order, Resource resource) {
        boolean greatestFirst = order.startsWith("-");
        String field = greatestFirst ? order.substring(1) : order;
        var schema = Optional.ofNullable(resource.fields().get(field));
        Comparator<Kept> smallestFirst = Comparator.comparing(
                object -> Optional.ofNullable(object.fields().get(field)), (a, b) -> compare(a, b, schema));
        return greatestFirst ? smallestFirst.reversed() : smallestFirst;
    }

    private static int compare(Optional<Object> a, Optional<Object> b, Optional<Schema> schema) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        if (schema.filter(Fields::isTime).isPresent()) {
            return time(a.get()).compareTo(time(b.get()));
        }
        return a.get() instanceof Number && b.get() instanceof Number
                ? number(a.get()).compareTo(number(b.get()))
                : a.get().toString().compareTo(b.get().toString());
    }

    /** A text that is no time, which only a fault can bring in, counts as the earliest. */
    private static Instant time(Object value) {
        try {
            return Instant.parse(value.toString());
        } catch (DateTimeException e) {
            return Instant.MIN;
        }
    }

    private static BigDecimal number(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value));
    }
}
