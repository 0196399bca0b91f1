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
 * The objects of one type in all projects. Ids are unique, and an object is only found in its own project. Objects are immutable:
 * a change replaces the object.
 */
final class Table<T> {
    private final Map<Integer, Row<T>> rows = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** An object and its project. */
    record Row<T>(int project, T object) {}

    /** Adds an object that {@code factory} creates with the new id. */
    T add(int project, IntFunction<T> factory) {
        int id = ids.incrementAndGet();
        var object = factory.apply(id);
        rows.put(id, new Row<>(project, object));
        return object;
    }

    Optional<T> find(int project, int id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> row.project == project)
                .map(Row::object);
    }

    /** Applies {@code change} atomically. If it throws an exception, the object does not change. */
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
