package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Key;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is sent; the key is kept apart from the headers.
 *
 * @param path with query, percent-encoded, relative to the target's URL
 * @param key the key to send as {@code Authorization: Bearer}; null for none
 * @param mark the run's mark in its body, by which its effect can be recognised; empty for none
 */
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Key key,
        String mark) {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Whether a method is safe (RFC 9110 §9.2.1): it changes nothing on the server. */
    public static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /** Whether the method is safe. */
    public boolean isSafe() {
        return isSafe(method);
    }
}
