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
        var places = new ArrayList<JsonLocation>();
        collect("", document, Optional.of(schema), places);
        return places;
    }

    private static void collect(String at, @Nullable Object value, Optional<Schema> schema, List<JsonLocation> places) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                var property = schema.map(s -> s.properties().get(name.toString()));
                add(new JsonLocation(JsonPointer.child(at, name), member, property, true), places);
            });
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            add(new JsonLocation(JsonPointer.child(at, 0), list.get(0), schema.flatMap(Schema::items), false), places);
        }
    }

    private static void add(JsonLocation place, List<JsonLocation> places) {
        places.add(place);
        collect(place.pointer(), place.value(), place.schema(), places);
    }

    /** Returns the pointer in the form of fault ids, such as {@code results.0.id}. */
    String path() {
        return String.join(".", JsonPointer.tokens(pointer));
    }
}
