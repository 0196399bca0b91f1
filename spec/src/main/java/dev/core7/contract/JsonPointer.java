package dev.core7.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Pointer (RFC 6901) over plain values: maps, lists, texts, numbers, booleans and null. */
public final class JsonPointer {
    private JsonPointer() {}

    /** The pointer to one member or element below {@code parent}; {@code token} is escaped. */
    public static String child(String parent, Object token) {
        return parent + "/" + token.toString().replace("~", "~0").replace("/", "~1");
    }

    /** The unescaped tokens of a pointer, outermost first; none for the whole document. */
    public static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return List.of(pointer.substring(1).split("/", -1)).stream()
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    /** The value a pointer leads to, or null where it leads nowhere (or to a null). */
    public static @Nullable Object find(@Nullable Object root, String pointer) {
        Object value = root;
        for (String token : tokens(pointer)) {
            value = step(value, token);
        }
        return value;
    }

    private static @Nullable Object step(@Nullable Object value, String token) {
        if (value instanceof Map<?, ?> map) {
            return map.get(token);
        }
        if (value instanceof List<?> list && token.matches("\\d{1,9}")) {
            int index = Integer.parseInt(token);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
