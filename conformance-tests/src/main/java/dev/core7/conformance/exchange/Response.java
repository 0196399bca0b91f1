package dev.core7.conformance.exchange;

import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was received.
 *
 * @param headers lower-case name → values
 * @param body the complete body, or its first {@link Transport#MAX_KEPT} bytes if it is larger than {@link Transport#MAX_BODY}
 * @param oversized whether the body is larger than {@link Transport#MAX_BODY}
 * @param took the time from sending the request to the last byte
 * @param started when the request was sent, on the same clock as {@code took}; empty if that was not recorded
 * @param keyShownIn where the response contained the key of the request before it was redacted, such as {@code body}; empty if it
 *     did not
 */
public record Response(
        int status,
        Map<String, List<String>> headers,
        byte[] body,
        boolean oversized,
        Duration took,
        Optional<Instant> started,
        String keyShownIn) {
    /** A response that does not contain the key. */
    public Response(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            boolean oversized,
            Duration took,
            Optional<Instant> started) {
        this(status, headers, body, oversized, took, started, "");
    }

    /** A response without a recorded start. */
    public Response(int status, Map<String, List<String>> headers, byte[] body, boolean oversized, Duration took) {
        this(status, headers, body, oversized, took, Optional.empty());
    }

    /** The first value of a header; its name is case-insensitive. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The media type without parameters, in lower case; empty if there is none. */
    public String mediaType() {
        return header("content-type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Whether there is no body. */
    public boolean isEmpty() {
        return body.length == 0;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as a plain JSON value.
     *
     * @throws Json.NotJsonException if it is not exactly one JSON document
     */
    public @Nullable Object json() throws Json.NotJsonException {
        return Json.parse(body);
    }
}
