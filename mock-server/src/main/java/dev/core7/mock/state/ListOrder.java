package dev.core7.mock.state;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sorts lists: newest first, or by the field that the contract names, then newest first. */
final class ListOrder {
    private ListOrder() {}

    /**
     * Returns the objects in the order of the list.
     *
     * @param oldestFirst the objects as they are stored
     */
    static List<StoredObject> of(Resource resource, List<StoredObject> oldestFirst) {
        var newestFirst = new ArrayList<>(oldestFirst);
        Collections.reverse(newestFirst);
        return resource.schema()
                .flatMap(MockExtensions::order)
                .map(order -> sorted(newestFirst, order, resource))
                .orElse(newestFirst);
    }

    private static List<StoredObject> sorted(List<StoredObject> objects, String order, Resource resource) {
        boolean greatestFirst = order.startsWith("-");
        String field = greatestFirst ? order.substring(1) : order;
        boolean isTime = Optional.ofNullable(resource.fields().get(field))
                .filter(ObjectFields::isTime)
                .isPresent();
        Comparator<Ranked> smallestFirst = (a, b) -> compare(a.rank, b.rank);
        return objects.stream()
                .map(object -> new Ranked(object, rank(object.fields().get(field), isTime)))
                .sorted(greatestFirst ? smallestFirst.reversed() : smallestFirst)
                .map(Ranked::object)
                .toList();
    }

    /** @param rank a time, a number or a text; null is the greatest, as in PostHog's database */
    private record Ranked(StoredObject object, @Nullable Object rank) {}

    private static @Nullable Object rank(@Nullable Object value, boolean isTime) {
        if (value == null) {
            return null;
        }
        return isTime ? time(value) : value instanceof Number ? number(value) : value.toString();
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        if (a instanceof Instant first && b instanceof Instant second) {
            return first.compareTo(second);
        }
        return a instanceof BigDecimal first && b instanceof BigDecimal second
                ? first.compareTo(second)
                : a.toString().compareTo(b.toString());
    }

    /** Parses a time; another text, which only a fault can store, is the earliest. */
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
