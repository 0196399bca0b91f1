package dev.core7.conformance.inputs;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that a schema allows and that servers often get wrong: each value of an enumeration, null, both booleans, limits, special
 * characters, date-times with offsets and fractions; in arrays and objects at every depth. {@code x-legal-values} replaces them.
 */
public final class LegalValues {
    private static final int MAX_DEPTH = 4;
    private static final int LONG_ARRAY = 3;
    /** How many objects contain all properties, each with other values. */
    private static final int FULL_OBJECTS = 3;

    private LegalValues() {}

    /** The values without duplicates, in a fixed order; empty if the schema does not say enough. */
    public static List<@Nullable Object> of(Schema schema) {
        return of(schema, 0);
    }

    private static List<@Nullable Object> of(Schema schema, int depth) {
        if (schema.keyword("x-legal-values") instanceof List<?> listed) {
            return new ArrayList<>(listed);
        }
        if (schema.text("x-never-send").isPresent() || depth > MAX_DEPTH) {
            return List.of();
        }
        var candidates = new LinkedHashSet<@Nullable Object>(values(schema, depth));
        if (schema.types().contains("null") && !schema.flag("x-free-text")) {
            candidates.add(null);
        }
        return candidates.stream()
                .filter(value -> schema.violations(value).isEmpty())
                .toList();
    }

    private static Collection<? extends @Nullable Object> values(Schema schema, int depth) {
        if (schema.text("x-fixture").isPresent()) {
            return List.of();
        }
        var listed = Stream.of(schema.enumeration(), extensible(schema), constant(schema))
                .filter(values -> !values.isEmpty())
                .findFirst();
        if (listed.isPresent()) {
            return listed.get();
        }
        var alternatives = Stream.of("anyOf", "oneOf")
                .flatMap(keyword -> schema.branches(keyword).stream())
                .toList();
        if (!alternatives.isEmpty()) {
            var all = new ArrayList<@Nullable Object>();
            alternatives.forEach(branch -> all.addAll(of(branch, depth)));
            return all;
        }
        var all = new ArrayList<@Nullable Object>();
        schema.types().forEach(type -> all.addAll(ofType(type, schema, depth)));
        return all;
    }

    private static List<?> extensible(Schema schema) {
        return schema.keyword("x-extensible-enum") instanceof List<?> values ? values : List.of();
    }

    private static List<?> constant(Schema schema) {
        return Optional.ofNullable(schema.keyword("const")).stream().toList();
    }

    private static List<? extends @Nullable Object> ofType(String type, Schema schema, int depth) {
        return switch (type) {
            case "string" -> LegalTexts.of(schema);
            case "boolean" -> List.of(true, false);
            case "integer" -> numbers(schema);
            case "number" ->
                Stream.concat(numbers(schema).stream(), Stream.of(new BigDecimal("0.5")))
                        .toList();
            case "array" -> arrays(schema, depth);
            case "object" -> objects(schema, depth);
            default -> List.of();
        };
    }

    /** The limits, or else 0 and 1. */
    private static List<Object> numbers(Schema schema) {
        var lowest = Limits.lowest(schema);
        var highest = Limits.highest(schema);
        var numbers = new ArrayList<Object>();
        Stream.of(lowest, highest).flatMap(Optional::stream).map(Limits::plain).forEach(numbers::add);
        if (numbers.size() < 2) {
            numbers.addAll(List.of(0, 1));
        }
        return numbers;
    }

    private static List<Object> arrays(Schema schema, int depth) {
        int shortest = schema.keyword("minItems") instanceof Integer min ? min : 0;
        var items = schema.items().map(item -> of(item, depth + 1)).orElse(List.of());
        var arrays = new ArrayList<Object>();
        for (int length : new LinkedHashSet<>(List.of(shortest, 1, LONG_ARRAY))) {
            if (length == 0 || !items.isEmpty()) {
                var array = new ArrayList<@Nullable Object>();
                for (int i = 0; i < length; i++) {
                    array.add(items.get(i % items.size()));
                }
                arrays.add(array);
            }
        }
        return arrays;
    }

    /** An object with the required properties only, and objects with all of them. */
    private static List<Object> objects(Schema schema, int depth) {
        var properties = new LinkedHashMap<String, List<@Nullable Object>>();
        schema.properties().forEach((name, property) -> {
            if (!property.flag("readOnly")) {
                properties.put(name, of(property, depth + 1));
            }
        });
        var objects = new ArrayList<Object>();
        var required = new LinkedHashMap<>(properties);
        required.keySet().retainAll(schema.required());
        objects.add(object(required, 0));
        for (int i = 0; i < FULL_OBJECTS; i++) {
            objects.add(object(properties, i));
        }
        return objects;
    }

    private static Map<String, @Nullable Object> object(Map<String, List<@Nullable Object>> properties, int index) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        properties.forEach((name, values) -> {
            if (!values.isEmpty()) {
                object.put(name, values.get(index % values.size()));
            }
        });
        return object;
    }
}
