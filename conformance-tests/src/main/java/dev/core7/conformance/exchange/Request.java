package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Key;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes out, without its key.
 *
 * @param path with query, percent-encoded, relative to the target's url
 * @param key the key to send as {@code Authorization: Bearer}; null for none
 * @param mark the run's mark that its body carries, by which its effect can be recognised; empty for none
 */
public record Request(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable Key key,
        String mark) {}
