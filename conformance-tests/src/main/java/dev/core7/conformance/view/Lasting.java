package dev.core7.conformance.view;

import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Removes what the server may change at any time ({@code x-changes-by-itself}), at every depth of a body. */
public final class Lasting {
    private Lasting() {}

    /** Returns what of a response to {@code schema} changes only if somebody writes. */
    public static @Nullable Object part(@Nullable Object value, Optional<Schema> schema) {
        if (value instanceof Map<?, ?> object && schema.isPresent()) {
            return part(object, schema.get());
        }
        if (value instanceof List<?> array) {
            var items = schema.flatMap(Schema::items);
            return array.stream().map(item -> part(item, items)).toList();
        }
        return value;
    }

    /** Returns the fields of an object that change only if somebody writes. */
    public static Map<String, @Nullable Object> part(Map<?, ?> object, Schema schema) {
        var lasting = new LinkedHashMap<String, @Nullable Object>();
        object.forEach((key, value) -> {
            var name = String.valueOf(key);
            var field = Optional.ofNullable(schema.properties().get(name));
            if (field.filter(f -> changesByItself(f, object)).isEmpty()) {
                lasting.put(name, part(value, field));
            }
        });
        return lasting;
    }

    private static boolean changesByItself(Schema field, Map<?, ?> object) {
        var rule = field.keyword("x-changes-by-itself");
        return rule instanceof Map<?, ?> condition
                ? !Boolean.TRUE.equals(object.get(condition.get("unless")))
                : rule != null;
    }
}
