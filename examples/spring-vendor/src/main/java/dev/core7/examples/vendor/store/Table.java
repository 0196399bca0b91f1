package dev.core7.examples.vendor.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The objects of all projects. An id is never given twice, and no object is reached through a project that is not its own.
 * Objects are values: a change puts another in the place of the old.
 */
final class Table<T> {
    private final Map<Integer, Row<T>> rows = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** An object, and where it belongs. */
    record Row<T>(int project, T object) {}

    /** Adds what {@code made} makes of the new id. */
    T add(int project, IntFunction<T> made) {
        int id = ids.incrementAndGet();
        var object = made.apply(id);
        rows.put(id, new Row<>(project, object));
        return object;
    }

    Optional<T> find(int project, int id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.project == project)
                .map(Row::object);
    }

    /** Applies {@code change} as one step that no other comes between; it may refuse by throwing. */
    Optional<T> change(int project, int id, UnaryOperator<T> change) {
        return Optional.ofNullable(rows.computeIfPresent(
                        id, (same, row) -> row.project == project ? new Row<>(project, change.apply(row.object)) : row))
                .filter(row -> row.project == project)
                .map(Row::object);
    }

    List<T> list(int project) {
        return all().filter(row -> row.project == project).map(Row::object).toList();
    }

    Stream<Row<T>> all() {
        return rows.values().stream();
    }
}
