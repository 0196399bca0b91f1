package dev.core7.conformance.objects;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values that other fields of an object must have before a request may send a field ({@code x-send-only-with}). A server may
 * store such a field without validation and fail on it later.
 */
public final class FieldPreconditions {
    private static final String EXTENSION = "x-send-only-with";

    private FieldPreconditions() {}

    /** The fields that an object must have before a field may be sent to it; none for most fields. */
    public static Map<String, @Nullable Object> of(Schema field) {
        var needed = new LinkedHashMap<String, @Nullable Object>();
        if (field.keyword(EXTENSION) instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> needed.put(name.toString(), value));
        }
        return needed;
    }

    /** The fields that an object must have before every field of an operation may be sent to it. */
    public static Map<String, @Nullable Object> of(Operation operation) {
        var needed = new LinkedHashMap<String, @Nullable Object>();
        operation
                .body()
                .ifPresent(body -> body.schema().properties().values().forEach(field -> needed.putAll(of(field))));
        return needed;
    }

    /** The fields that an object must have before a body may be sent to it. */
    public static Map<String, @Nullable Object> of(Operation operation, @Nullable String body) {
        var needed = new LinkedHashMap<String, @Nullable Object>();
        if (operation.body().isPresent()) {
            var properties = operation.body().get().schema().properties();
            fields(body).keySet().forEach(name -> {
                var field = properties.get(name.toString());
                if (field != null) {
                    needed.putAll(of(field));
                }
            });
        }
        return needed;
    }

    /** Whether an object that was created by {@code body} has the needed fields; a missing field counts as false. */
    public static boolean holds(Map<String, @Nullable Object> needed, @Nullable String body) {
        var sent = fields(body);
        return needed.entrySet().stream()
                .allMatch(field -> Objects.equals(
                        field.getValue(), sent.containsKey(field.getKey()) ? sent.get(field.getKey()) : Boolean.FALSE));
    }

    private static Map<?, ?> fields(@Nullable String body) {
        if (body == null) {
            return Map.of();
        }
        try {
            return Json.parse(body) instanceof Map<?, ?> fields ? fields : Map.of();
        } catch (Json.NotJsonException e) {
            return Map.of();
        }
    }
}
