package dev.core7.conformance.diff;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object, each of which has to be there in its type. */
record Fields(Map<?, ?> map) {
    /**
     * The fields of {@code value}.
     *
     * @throws IllegalArgumentException where it is no object; so it is with every method below, where the field is of another type
     */
    static Fields of(@Nullable Object value) {
        return new Fields(typed("it", value, Map.class));
    }

    private static <T> T typed(String name, @Nullable Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    name + " is no " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }

    boolean has(String name) {
        return map.containsKey(name);
    }

    Fields below(String name) {
        return new Fields(typed(name, map.get(name), Map.class));
    }

    String text(String name) {
        return typed(name, map.get(name), String.class);
    }

    Number number(String name) {
        return typed(name, map.get(name), Number.class);
    }

    boolean flag(String name) {
        return typed(name, map.get(name), Boolean.class);
    }

    List<?> list(String name) {
        return typed(name, map.get(name), List.class);
    }

    List<String> texts(String name) {
        return list(name).stream().map(text -> typed(name, text, String.class)).toList();
    }
}
