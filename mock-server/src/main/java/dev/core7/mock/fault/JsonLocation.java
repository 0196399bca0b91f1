package dev.core7.mock.fault;

import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The location of a property, or of the first element of an array, in an example.
 *
 * @param schema its schema; empty: none
 */
record JsonLocation(String pointer, @Nullable Object value, Optional<Schema> schema, boolean isMember) {
    /** Returns all locations below the document, outer ones first. */
    static List<JsonLocation> of(@Nullable Object document, Schema schema) {
        var locations = new ArrayList<JsonLocation>();
        collect("", document, Optional.of(schema), locations);
        return locations;
    }

    private static void collect(
            String at, @Nullable Object value, Optional<Schema> schema, List<JsonLocation> locations) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                var property = schema.map(s -> s.properties().get(name.toString()));
                add(new JsonLocation(JsonPointer.child(at, name), member, property, true), locations);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            add(
                    new JsonLocation(JsonPointer.child(at, 0), list.get(0), schema.flatMap(Schema::items), false),
                    locations);
        }
    }

    private static void add(JsonLocation location, List<JsonLocation> locations) {
        locations.add(location);
        collect(location.pointer(), location.value(), location.schema(), locations);
    }

    /** Returns the pointer in the form of fault ids, such as {@code results.0.id}. */
    String path() {
        return String.join(".", JsonPointer.tokens(pointer));
    }
}
