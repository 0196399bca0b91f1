package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent; the key is kept apart from the headers.
 *
 * @param path with query, percent-encoded, relative to the target's URL; or the URL of the target's MCP server
 * @param key the key to send as {@code Authorization: Bearer}, or at {@link #KEY_PLACE}; null for none
 * @param mark the run's mark in its body, by which its effect can be recognised; empty for none
 */
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Key key,
        String mark) {
    /** Marks the place of the key in a path or body. The key is then sent there instead of in a header. */
    public static final String KEY_PLACE = "__KEY__";

    /** Marks the place of a byte in a body that does not occur in UTF-8. */
    public static final String INVALID_BYTE = "__BYTE_FF__";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Whether a method is safe (RFC 9110 §9.2.1): it changes nothing on the server. */
    public static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /** Whether the method is safe. */
    public boolean isSafe() {
        return isSafe(method);
    }

    /** The {@code Authorization} header; empty if there is no key, or if it is sent elsewhere. */
    public Optional<String> authorization() {
        return Optional.ofNullable(key).filter(k -> !hasKeyPlace()).map(k -> "Bearer " + k.value());
    }

    /** The path with the key at its place. */
    public String pathWithKey() {
        return key == null ? path : path.replace(KEY_PLACE, URLEncoder.encode(key.value(), StandardCharsets.UTF_8));
    }

    /** The body in UTF-8 as it is sent, with the key and invalid bytes at their places; empty if there is none. */
    public Optional<byte[]> bodyBytes() {
        if (body == null) {
            return Optional.empty();
        }
        var withKey = key == null ? body : body.replace('"' + KEY_PLACE + '"', Json.write(key.value()));
        var bytes = new ByteArrayOutputStream();
        var parts = withKey.split(INVALID_BYTE, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                bytes.write(0xFF);
            }
            bytes.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
        }
        return Optional.of(bytes.toByteArray());
    }

    /** Whether the key is sent in the path or the body. */
    public boolean hasKeyPlace() {
        return path.contains(KEY_PLACE) || body != null && body.contains(KEY_PLACE);
    }
}
