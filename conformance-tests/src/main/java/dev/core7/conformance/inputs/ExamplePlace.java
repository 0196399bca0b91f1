package dev.core7.conformance.inputs;

import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place inside an example value: a member of an object, or the first item of an array.
 *
 * @param path the names of the members, or 0 for an item, from the outermost value
 * @param required whether the object must have this member
 */
public record ExamplePlace(List<Object> path, Schema schema, boolean required) {
    private static final int MAX_DEPTH = 8;

    /** All places below the outermost value, outer places first. Places that the schema does not describe are omitted. */
    public static List<ExamplePlace> below(Schema schema, @Nullable Object example) {
        var places = new ArrayList<ExamplePlace>();
        collect(schema, example, List.of(), places);
        return places;
    }

    private static void collect(Schema schema, @Nullable Object example, List<Object> path, List<ExamplePlace> places) {
        if (path.size() == MAX_DEPTH) {
            return;
        }
        if (example instanceof Map<?, ?> object) {
            object.forEach((name, value) -> {
                var property = schema.properties().get(String.valueOf(name));
                if (property != null) {
                    boolean required = required(schema).contains(String.valueOf(name));
                    add(new ExamplePlace(longer(path, String.valueOf(name)), property, required), value, places);
                }
            });
        } else if (example instanceof List<?> items
                && !items.isEmpty()
                && schema.items().isPresent()) {
            add(new ExamplePlace(longer(path, 0), schema.items().get(), false), items.get(0), places);
        }
    }

    private static void add(ExamplePlace place, @Nullable Object value, List<ExamplePlace> places) {
        places.add(place);
        collect(place.schema(), value, place.path(), places);
    }

    private static List<String> required(Schema schema) {
        var names = new ArrayList<>(schema.required());
        schema.branches("anyOf").forEach(branch -> names.addAll(branch.required()));
        return names;
    }

    private static List<Object> longer(List<Object> path, Object token) {
        var longer = new ArrayList<>(path);
        longer.add(token);
        return List.copyOf(longer);
    }

    /** The place in words for ids, such as {@code properties-values-item-type}. */
    public String name() {
        var names = path.stream()
                .map(token -> token instanceof Integer ? "item" : token.toString())
                .toList();
        return String.join("-", names);
    }

    /** Returns what an example has at this place. */
    public @Nullable Object of(@Nullable Object example) {
        @Nullable Object value = example;
        for (Object token : path) {
            value = value instanceof Map<?, ?> object
                    ? object.get(token)
                    : value instanceof List<?> items ? items.get((Integer) token) : null;
        }
        return value;
    }

    /** Returns an example with a defect at this place. */
    public @Nullable Object in(@Nullable Object example, Defect defect) {
        return changed(example, 0, defect);
    }

    private @Nullable Object changed(@Nullable Object value, int depth, Defect defect) {
        if (depth == path.size()) {
            return defect.value();
        }
        var token = path.get(depth);
        boolean last = depth == path.size() - 1;
        if (value instanceof Map<?, ?> object) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            object.forEach((name, member) -> copy.put(String.valueOf(name), member));
            if (last && defect.missing()) {
                copy.remove(token.toString());
            } else {
                copy.put(token.toString(), changed(copy.get(token.toString()), depth + 1, defect));
            }
            return copy;
        }
        if (value instanceof List<?> items) {
            var copy = new ArrayList<@Nullable Object>(items);
            copy.set(0, changed(items.get(0), depth + 1, defect));
            return copy;
        }
        return value;
    }
}
