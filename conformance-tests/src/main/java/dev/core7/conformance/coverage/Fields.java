package dev.core7.conformance.coverage;

import dev.core7.contract.Schema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The fields of a body with their paths, such as {@code results[].created_by.id}. A recursive schema is followed only once. */
final class Fields {
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final boolean ofRequest;

    private Fields(boolean ofRequest) {
        this.ofRequest = ofRequest;
    }

    /** A field; {@code optional} if the schema certainly allows a body without it. */
    record Field(Schema schema, boolean optional) {
        /** Returns the listed values of the field, or of its items. */
        List<?> listed() {
            return schema.enumeration().isEmpty()
                    ? schema.items().map(Schema::enumeration).orElse(List.of())
                    : schema.enumeration();
        }
    }

    /** Returns the fields that a request may contain. */
    static Map<String, Field> ofRequest(Schema schema) {
        return of(schema, true);
    }

    /** Returns the fields that a response may contain. */
    static Map<String, Field> ofResponse(Schema schema) {
        return of(schema, false);
    }

    private static Map<String, Field> of(Schema schema, boolean ofRequest) {
        var found = new Fields(ofRequest);
        found.collect(schema, "", new HashSet<>());
        return found.fields;
    }

    private void collect(Schema schema, String at, Set<String> above) {
        schema.properties().forEach((name, property) -> {
            boolean hidden = property.flag(ofRequest ? "readOnly" : "writeOnly");
            if (!hidden && above.add(property.pointer())) {
                boolean optional =
                        schema.branches().isEmpty() && !schema.required().contains(name);
                fields.put(at + name, new Field(property, optional));
                collect(property, at + name + ".", above);
                above.remove(property.pointer());
            }
        });
        schema.items().ifPresent(items -> collect(items, at.isEmpty() ? "[]" : at.replaceFirst("\\.$", "[]."), above));
    }

    /** Passes on the path of each field of the schema in a body, and its form: as a value, as null, or absent. */
    static void forms(Schema schema, @Nullable Object body, BiConsumer<String, String> found) {
        forms(schema, body, "", found);
    }

    private static void forms(Schema schema, @Nullable Object value, String at, BiConsumer<String, String> found) {
        if (value instanceof Map<?, ?> map) {
            schema.properties().forEach((name, property) -> {
                Object inner = map.get(name);
                if (inner != null) {
                    found.accept(at + name, Usage.VALUE);
                    listed(property, inner).forEach(one -> found.accept(at + name, Usage.listed(one)));
                    forms(property, inner, at + name + ".", found);
                } else {
                    found.accept(at + name, map.containsKey(name) ? Usage.NULL : Usage.ABSENT);
                }
            });
        } else if (value instanceof List<?> list && schema.items().isPresent()) {
            var items = schema.items().get();
            list.forEach(item -> forms(items, item, at.replaceFirst("\\.$", "[]."), found));
        }
    }

    private static List<?> listed(Schema schema, Object value) {
        return new Field(schema, false)
                .listed().stream()
                        .filter(one -> one != null
                                && (one.equals(value) || value instanceof List<?> list && list.contains(one)))
                        .toList();
    }
}
