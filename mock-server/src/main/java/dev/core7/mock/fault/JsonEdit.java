package dev.core7.mock.fault;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;
import dev.core7.mock.http.MockResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change to a JSON document; a document without that location stays unchanged.
 *
 * @param pointer the location that changes, never the whole document
 * @param value the new value
 * @param removed whether the value is removed
 */
record JsonEdit(String pointer, @Nullable Object value, boolean removed) {
    /** Returns an edit that removes a value. */
    static JsonEdit remove(String pointer) {
        return new JsonEdit(pointer, null, true);
    }

    /** Returns an edit that replaces a value. */
    static JsonEdit replace(String pointer, @Nullable Object value) {
        return new JsonEdit(pointer, value, false);
    }

    /** Returns the response with its JSON body changed; other responses stay unchanged. */
    MockResponse in(MockResponse response) {
        return response.is(MediaType.JSON) ? response.withBody(Json.write(in(parse(response.body())))) : response;
    }

    /** Returns a changed copy of the document. */
    @Nullable
    Object in(@Nullable Object document) {
        var copy = parse(Json.write(document));
        int end = pointer.lastIndexOf('/');
        apply(
                JsonPointer.find(copy, pointer.substring(0, end)),
                JsonPointer.tokens(pointer.substring(end)).get(0));
        return copy;
    }

    @SuppressWarnings("unchecked") // documents are freshly parsed: maps have texts as keys
    private void apply(@Nullable Object parent, String name) {
        if (parent instanceof Map<?, ?> map && map.containsKey(name)) {
            if (removed) {
                map.remove(name);
            } else {
                ((Map<String, @Nullable Object>) map).put(name, value);
            }
        } else if (parent instanceof List<?> list && name.matches("\\d{1,9}") && Integer.parseInt(name) < list.size()) {
            ((List<@Nullable Object>) list).set(Integer.parseInt(name), value);
        }
    }

    /** Parses JSON; null if the text is not JSON. */
    static @Nullable Object parse(String json) {
        try {
            return json.isEmpty() ? null : Json.parse(json);
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    /**
     * The location of a property, or of the first element of an array, in an example.
     *
     * @param schema its schema; empty: none
     */
    record Location(String pointer, @Nullable Object value, Optional<Schema> schema, boolean isMember) {
        /** Returns all locations below the document, outer ones first. */
        static List<Location> of(@Nullable Object document, Schema schema) {
            var locations = new ArrayList<Location>();
            collect("", document, Optional.of(schema), locations);
            return locations;
        }

        private static void collect(
                String at, @Nullable Object value, Optional<Schema> schema, List<Location> locations) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, member) -> {
                    var property = schema.map(s -> s.properties().get(name.toString()));
                    add(new Location(JsonPointer.child(at, name), member, property, true), locations);
                });
            } else if (value instanceof List<?> list && !list.isEmpty()) {
                add(
                        new Location(JsonPointer.child(at, 0), list.get(0), schema.flatMap(Schema::items), false),
                        locations);
            }
        }

        private static void add(Location location, List<Location> locations) {
            locations.add(location);
            collect(location.pointer(), location.value(), location.schema(), locations);
        }

        /** Returns the pointer in the form of fault ids, such as {@code results.0.id}. */
        String path() {
            return String.join(".", JsonPointer.tokens(pointer));
        }
    }
}
