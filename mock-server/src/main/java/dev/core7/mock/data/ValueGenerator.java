package dev.core7.mock.data;

import dev.core7.contract.Json;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generates random values that are valid against a schema. It honours most keywords directly and discards values that violate
 * others.
 */
public final class ValueGenerator {
    /** Attempts per value. In the contract, at most half of them fail, because of {@code not}. */
    private static final int MAX_ATTEMPTS = 100;

    /** Below this depth only required values are generated, because a schema may contain itself. */
    private static final int MAX_DEPTH = 8;

    /** One in this many nullable values is null. */
    private static final int NULLS = 5;

    private static final int MORE_ITEMS = 3;
    private static final int MAX_ITEMS = 100;

    private final RandomGenerator random;
    private final TextGenerator texts;
    private final NumberGenerator numbers;

    /** The size of arrays directly in the value; empty: random. */
    private final OptionalInt items;

    private ValueGenerator(RandomGenerator random, OptionalInt items) {
        this.random = random;
        this.items = items;
        this.texts = new TextGenerator(random);
        this.numbers = new NumberGenerator(random);
    }

    /**
     * Generates a value for a response as JSON, without write-only fields.
     *
     * @param seed the same seed generates the same value
     * @return empty if no valid value was found
     */
    public static Optional<String> json(Schema schema, long seed) {
        try {
            return Optional.of(Json.write(drawn(schema, seed, OptionalInt.empty())));
        } catch (NoValidValueException e) {
            return Optional.empty();
        }
    }

    /**
     * Generates a value for a response, without write-only fields.
     *
     * @param seed the same seed generates the same value
     * @param items the number of items in arrays directly in the value, as far as the schema and a limit of 100 allow; empty: random
     * @return empty if no valid value was found, or if it is null
     */
    public static Optional<Object> value(Schema schema, long seed, OptionalInt items) {
        try {
            return Optional.ofNullable(drawn(schema, seed, items));
        } catch (NoValidValueException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object drawn(Schema schema, long seed, OptionalInt items) {
        return new ValueGenerator(new SplittableRandom(seed), items).value(List.of(schema), 0);
    }

    private static final class NoValidValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private @Nullable Object value(List<Schema> schemas, int depth) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            var value = generate(SchemaFacets.of(schemas, random), depth);
            if (schemas.stream().allMatch(schema -> schema.violations(value).isEmpty())) {
                return value;
            }
        }
        throw new NoValidValueException();
    }

    private @Nullable Object generate(SchemaFacets facets, int depth) {
        var enumeration = facets.enumeration();
        if (!enumeration.isEmpty()) {
            return enumeration.get(random.nextInt(enumeration.size()));
        }
        return switch (type(facets.types(), depth)) {
            case "boolean" -> random.nextBoolean();
            case "integer" -> numbers.integer(facets);
            case "number" -> numbers.decimal(facets);
            case "string" -> texts.text(facets);
            case "array" -> array(facets, depth);
            case "object" -> object(facets, depth);
            default -> null;
        };
    }

    private String type(Set<String> types, int depth) {
        var others = types.stream().filter(type -> !type.equals("null")).toList();
        if (types.contains("null") && (others.isEmpty() || depth >= MAX_DEPTH || random.nextInt(NULLS) == 0)) {
            return "null";
        }
        if (others.isEmpty()) {
            throw new NoValidValueException();
        }
        return others.get(random.nextInt(others.size()));
    }

    private List<@Nullable Object> array(SchemaFacets facets, int depth) {
        int min = facets.count("minItems").orElse(0);
        int max = Math.min(facets.count("maxItems").orElse(Integer.MAX_VALUE), min + MORE_ITEMS);
        int size = depth >= MAX_DEPTH ? min : random.nextInt(min, Math.max(min, max) + 1);
        if (depth == 1 && this.items.isPresent()) {
            int greatest = Math.min(facets.count("maxItems").orElse(MAX_ITEMS), MAX_ITEMS);
            size = Math.max(min, Math.min(this.items.getAsInt(), greatest));
        }
        var items = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            items.add(value(facets.items(), depth + 1));
        }
        return items;
    }

    private Map<String, @Nullable Object> object(SchemaFacets facets, int depth) {
        var properties = facets.properties();
        var object = new LinkedHashMap<String, @Nullable Object>();
        var names = names(facets, properties, depth);
        properties.forEach((name, schemas) -> {
            if (names.remove(name)) {
                object.put(name, value(schemas, depth + 1));
            }
        });
        names.forEach(name -> object.put(name, texts.words()));
        return object;
    }

    /** Returns the required properties, some optional ones, and those that depend on them. */
    private Set<String> names(SchemaFacets facets, Map<String, List<Schema>> properties, int depth) {
        var names = new LinkedHashSet<>(facets.required());
        var optional = optional(facets, properties);
        int min = facets.count("minProperties").orElse(0);
        while (!optional.isEmpty()) {
            var name = optional.remove(random.nextInt(optional.size()));
            if (names.size() < min || depth < MAX_DEPTH && random.nextBoolean()) {
                names.add(name);
            }
        }
        while (names.addAll(facets.dependentOn(names))) {
            // A required property may require others.
        }
        return names;
    }

    private List<String> optional(SchemaFacets facets, Map<String, List<Schema>> properties) {
        if (properties.isEmpty() && facets.isOpen()) {
            return Stream.generate(texts::word).limit(MORE_ITEMS).collect(Collectors.toCollection(ArrayList::new));
        }
        var optional = new ArrayList<String>();
        properties.forEach((name, schemas) -> {
            if (schemas.stream().noneMatch(schema -> schema.flag("writeOnly"))) {
                optional.add(name);
            }
        });
        return optional;
    }
}
