package dev.core7.mock.state;

import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Creates one seed from the example of its resource. Enumerations, flags and filterable fields take their values like the digits of
 * a number, so that the seeds contain every combination.
 */
final class SeedFactory {
    private static final List<Integer> VARIANTS = List.of(1, 2);

    private final Resource resource;
    private final int row;
    private final Map<String, @Nullable Object> example;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> picked = new HashMap<>();
    private int digit = 1;

    SeedFactory(Resource resource, int row) {
        this.resource = resource;
        this.row = row;
        this.example = resource.example();
    }

    /**
     * Returns the fields of the seed.
     *
     * @param older the seeds before it
     */
    Map<String, @Nullable Object> create(Object id, List<StoredObject> older) {
        resource.fields().forEach((name, schema) -> fields.put(name, value(name, schema)));
        fields.computeIfPresent(ObjectFields.ID, (name, current) -> id);
        parameters(false).forEach(this::set);
        parameters(true).forEach(this::set);
        resource.listParameters().forEach(parameter -> vary(parameter, older));
        resetUnfit();
        resetShared();
        return fields;
    }

    private @Nullable Object value(String name, Schema schema) {
        var exampleValue = example.get(name);
        if (exampleValue == null
                || !MockExtensions.hidesFrom(schema).isEmpty()
                || MockExtensions.busyUnless(schema).isPresent()) {
            return MockExtensions.initial(schema);
        }
        if (ObjectFields.isTime(schema)) {
            return later(exampleValue);
        }
        var request = resource.requests().get(name);
        return request == null || isFiltered(name) ? exampleValue : value(request, exampleValue);
    }

    /** Returns whether a list parameter with a described meaning sets a field later. */
    private boolean isFiltered(String name) {
        return resource.listParameters().stream()
                .flatMap(parameter ->
                        MockExtensions.asMap(
                                MockExtensions.filter(parameter.schema()).get("values"))
                                .values()
                                .stream())
                .anyMatch(fields -> MockExtensions.asMap(fields).containsKey(name));
    }

    private @Nullable Object value(Schema request, Object exampleValue) {
        if (request.flag("x-free-text")) {
            return exampleValue + " " + row;
        }
        if (!request.enumeration().isEmpty()) {
            return request.nullable() ? null : pick(request.enumeration());
        }
        return request.types().contains("boolean") ? pick(List.of(true, false)) : exampleValue;
    }

    /** Returns the list parameters with a described meaning: those that always apply, or those that depend on another one. */
    private Stream<Parameter> parameters(boolean conditional) {
        return resource.listParameters().stream()
                .filter(parameter -> !MockExtensions.filter(parameter.schema()).isEmpty())
                .filter(parameter -> MockExtensions.filter(parameter.schema()).containsKey("when") == conditional);
    }

    private void set(Parameter parameter) {
        var filter = MockExtensions.filter(parameter.schema());
        var values = MockExtensions.asMap(filter.get("values"));
        boolean applies = picked.entrySet()
                .containsAll(MockExtensions.asMap(filter.get("when")).entrySet());
        String value = pick(List.copyOf(values.keySet()));
        picked.put(parameter.name(), value);
        MockExtensions.asMap(values.get(value))
                .forEach(
                        (name, set) -> fields.put(name, applies && Boolean.TRUE.equals(set) ? set(name) : unset(name)));
    }

    private Object set(String name) {
        var value = fields.get(name);
        return value == null || value.equals(false) ? true : value;
    }

    private @Nullable Object unset(String name) {
        var schema = resource.fields().get(name);
        return schema == null || schema.nullable() ? null : MockExtensions.initial(schema);
    }

    private void vary(Parameter parameter, List<StoredObject> older) {
        var search = MockExtensions.search(parameter.schema()).get("in");
        var field = resource.fields().get(parameter.name());
        if (search != null) {
            fields.computeIfPresent(search.toString(), (name, current) -> example.get(name) + " " + row);
        } else if (field != null && MockExtensions.filter(parameter.schema()).isEmpty()) {
            fields.put(
                    parameter.name(),
                    Members.isUuid(field) ? reference(older) : example.get(parameter.name()) + "-" + pick(VARIANTS));
        }
    }

    /** Lets every third seed refer to one of the first two. */
    private @Nullable Object reference(List<StoredObject> older) {
        return row % 3 == 2 ? older.get(row / 3 % 2).id() : null;
    }

    /** Resets fields that do not fit the other values of the seed. */
    private void resetUnfit() {
        resource.requests().forEach((name, request) -> {
            boolean fits = MockExtensions.seededIf(request).entrySet().stream()
                    .allMatch(need -> Objects.equals(fields.get(need.getKey()), need.getValue()));
            if (!fits) {
                fields.computeIfPresent(name, (n, current) -> resource.initial(n));
            }
        });
    }

    /** Keeps the seeds of one parent out of the lists of others. */
    private void resetShared() {
        if (SharedObjects.isShared(resource, fields)) {
            resource.schema()
                    .map(MockExtensions::sharedIf)
                    .orElse(Map.of())
                    .forEach((name, value) -> fields.put(name, resource.initial(name)));
        }
    }

    private <T> T pick(List<T> values) {
        int index = row / digit % values.size();
        digit *= values.size();
        return values.get(index);
    }

    private Object later(Object time) {
        try {
            return ObjectFields.text(Instant.parse(time.toString()).plus(Duration.ofMinutes(row)));
        } catch (DateTimeException e) {
            return time;
        }
    }
}
