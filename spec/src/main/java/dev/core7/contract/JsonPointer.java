package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Creates and evaluates JSON Pointers (RFC 6901) on plain values: maps, lists, strings, numbers, booleans and null. */
public final class JsonPointer {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private JsonPointer() {}

    /** Returns the pointer to a member or element of {@code parent}. Escapes {@code token}. */
    public static String child(String parent, Object token) {
        return parent + "/" + token.toString().replace("~", "~0").replace("/", "~1");
    }

    /** Returns the unescaped tokens of a pointer, outermost first; empty for the whole document. */
    public static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        return List.of(pointer.substring(1).split("/", -1)).stream()
                .map(JsonPointer::unescaped)
                .toList();
    }

    /** Returns the value at a pointer, or null if there is none or it is null. */
    public static @Nullable Object find(@Nullable Object root, String pointer) {
        Object value = root;
        for (int from = 1; from <= pointer.length(); ) {
            int slash = pointer.indexOf('/', from);
            int to = slash < 0 ? pointer.length() : slash;
            value = step(value, unescaped(pointer.substring(from, to)));
            from = to + 1;
        }
        return value;
    }

    private static String unescaped(String token) {
        return token.indexOf('~') < 0 ? token : token.replace("~1", "/").replace("~0", "~");
    }

    private static @Nullable Object step(@Nullable Object value, String token) {
        if (value instanceof Map<?, ?> map) {
            return map.get(token);
        }
        if (value instanceof List<?> list && INDEX.matcher(token).matches()) {
            int index = Integer.parseInt(token);
            return index < list.size() ? list.get(index) : null;
        }
        return null;
    }
}
