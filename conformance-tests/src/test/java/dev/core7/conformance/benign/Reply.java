package dev.core7.conformance.benign;

import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param body a plain JSON value, or {@link Text}, or null for none
 */
record Reply(
        int status, Map<String, String> headers, @Nullable Object body) {
    /** A body that is sent as it stands. */
    record Text(String text) {}

    static Reply json(int status, @Nullable Object body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), null);
    }

    static Reply text(int status, String type, String text) {
        return new Reply(status, Map.of("Content-Type", type), new Text(text));
    }

    /** A JSON object of names and values in turn. */
    static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    /** A copy that can be changed. */
    static Map<String, @Nullable Object> object(Map<?, ?> map) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> object.put(name.toString(), value));
        return object;
    }

    Reply withStatus(int other) {
        return new Reply(other, headers, body);
    }

    Reply withBody(@Nullable Object other) {
        return new Reply(status, headers, other);
    }

    Reply withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Reply(status, changed, body);
    }

    Reply withoutHeader(String name) {
        var changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new Reply(status, changed, body);
    }

    /** With another JSON object in place of the one there is; anything else stays. */
    Reply mapping(UnaryOperator<Map<String, @Nullable Object>> change) {
        return body instanceof Map<?, ?> map ? withBody(change.apply(object(map))) : this;
    }

    boolean isJson() {
        return headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }

    boolean isEmpty() {
        return body == null && !isJson();
    }

    byte[] bytes() {
        if (isEmpty()) {
            return new byte[0];
        }
        var text = body instanceof Text plain ? plain.text() : Json.write(body);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
