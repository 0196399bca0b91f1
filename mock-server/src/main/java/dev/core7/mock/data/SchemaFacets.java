package dev.core7.mock.data;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The combined keywords of schemas for one value: the schemas, their {@code allOf}, and a random alternative of each union. */
record SchemaFacets(List<Schema> parts) {
    private static final List<String> TYPES = List.of("null", "boolean", "integer", "string", "array", "object");

    /** Combines schemas that all apply to one value. */
    static SchemaFacets of(List<Schema> schemas, RandomGenerator random) {
        var parts = new ArrayList<Schema>();
        schemas.forEach(schema -> add(parts, schema, random));
        return new SchemaFacets(parts);
    }

    private static void add(List<Schema> parts, Schema schema, RandomGenerator random) {
        parts.add(schema);
        schema.branches("allOf").forEach(part -> add(parts, part, random));
        for (String union : List.of("anyOf", "oneOf")) {
            var alternatives = schema.branches(union);
            if (!alternatives.isEmpty()) {
                add(parts, alternatives.get(random.nextInt(alternatives.size())), random);
            }
        }
    }

    private Stream<Object> keyword(String name) {
        return parts.stream().map(part -> part.keyword(name)).filter(Objects::nonNull);
    }

    /** Returns the types that all schemas allow; {@code number} only if one of them names it. */
    Set<String> types() {
        var types = new LinkedHashSet<>(TYPES);
        if (keyword("type").findAny().isEmpty()) {
            restrictByShape(types);
        }
        keyword("type").map(SchemaFacets::list).forEach(named -> {
            if (named.contains("number") && types.contains("integer")) {
                types.add("number");
            }
            types.removeIf(type -> !named.contains(type) && !(type.equals("integer") && named.contains("number")));
        });
        return types;
    }

    /** Treats a schema with properties or items but without a type as an object or array. */
    private void restrictByShape(Set<String> types) {
        if (!properties().isEmpty() || !required().isEmpty()) {
            types.retainAll(Set.of("object"));
        } else if (!items().isEmpty()) {
            types.retainAll(Set.of("array"));
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Returns the only valid values ({@code enum}, {@code const}); empty if there is no such list. */
    List<?> enumeration() {
        return Stream.concat(keyword("const").map(List::of), keyword("enum").map(SchemaFacets::list))
                .findFirst()
                .orElse(List.of());
    }

    /** Returns the known values ({@code x-extensible-enum}). */
    List<?> known() {
        return keyword("x-extensible-enum").map(SchemaFacets::list).findFirst().orElse(List.of());
    }

    /** Returns the text of a keyword. */
    Optional<String> text(String name) {
        return keyword(name).map(String::valueOf).findFirst();
    }

    /** Returns the strictest minimum or maximum with this name. */
    Optional<BigDecimal> bound(String name) {
        var bounds = keyword(name).map(bound -> new BigDecimal(bound.toString()));
        return name.toLowerCase(Locale.ROOT).contains("min")
                ? bounds.max(BigDecimal::compareTo)
                : bounds.min(BigDecimal::compareTo);
    }

    /** Returns the value of a keyword that limits a size. */
    Optional<Integer> count(String name) {
        return bound(name).map(BigDecimal::intValue);
    }

    /** Returns the schemas for an element; all of them apply. */
    List<Schema> items() {
        return parts.stream()
                .filter(part -> part.keyword("items") != null)
                .flatMap(part -> part.items().stream())
                .toList();
    }

    /** Returns property → the schemas for its value; all of them apply. */
    Map<String, List<Schema>> properties() {
        var properties = new LinkedHashMap<String, List<Schema>>();
        for (Schema part : parts) {
            if (part.keyword("properties") instanceof Map<?, ?> own) {
                own.keySet()
                        .forEach(name -> properties
                                .computeIfAbsent(name.toString(), n -> new ArrayList<>())
                                .add(Objects.requireNonNull(part.properties().get(name.toString()))));
            }
        }
        return properties;
    }

    /** Returns the required properties. */
    Set<String> required() {
        var required = new LinkedHashSet<String>();
        parts.forEach(part -> required.addAll(part.required()));
        return required;
    }

    /** Returns whether any additional property is allowed. */
    boolean isOpen() {
        return keyword("additionalProperties").allMatch(Boolean.TRUE::equals);
    }

    /** Returns the properties that these require ({@code dependentRequired}). */
    Set<String> dependentOn(Set<String> names) {
        var required = new LinkedHashSet<String>();
        keyword("dependentRequired")
                .map(Map.class::cast)
                .forEach(rules -> names.forEach(name -> {
                    if (rules.get(name) instanceof List<?> dependents) {
                        dependents.forEach(other -> required.add(other.toString()));
                    }
                }));
        return required;
    }
}
