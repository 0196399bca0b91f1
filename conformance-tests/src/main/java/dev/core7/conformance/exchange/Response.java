package dev.core7.conformance.exchange;

import dev.core7.contract.Json;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response as it was received. */
public final class Response {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final boolean oversized;
    private final Duration took;
    private final Optional<Instant> started;
    private final String keyShownIn;

    /** The parsed body, which many checks ask for. It is parsed again if memory was short. */
    private volatile @Nullable SoftReference<Object> parsed;

    /**
     * A response.
     *
     * @param headers lower-case name → values
     * @param body the complete body, or its first {@link Transport#MAX_KEPT} bytes if it is larger than
     *     {@link Transport#MAX_BODY}
     * @param oversized whether the body is larger than {@link Transport#MAX_BODY}
     * @param took the time from sending the request to the last byte
     * @param started when the request was sent, on the same clock as {@code took}; empty if that was not recorded
     * @param keyShownIn where the response contained the key of the request before it was redacted, such as {@code body}; empty
     *     if it did not
     */
    public Response(
            int status,
            Map<String, List<String>> headers,
            byte[] body,
            boolean oversized,
            Duration took,
            Optional<Instant> started,
            String keyShownIn) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.oversized = oversized;
        this.took = took;
        this.started = started;
        this.keyShownIn = keyShownIn;
    }

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

    /** The status code. */
    public int status() {
        return status;
    }

    /** The values of the headers by lower-case name. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The bytes of the body that were kept. */
    public byte[] body() {
        return body;
    }

    /** Whether the body is larger than {@link Transport#MAX_BODY}. */
    public boolean oversized() {
        return oversized;
    }

    /** The time from sending the request to the last byte. */
    public Duration took() {
        return took;
    }

    /** When the request was sent; empty if that was not recorded. */
    public Optional<Instant> started() {
        return started;
    }

    /** Where the response contained the key of the request; empty if it did not. */
    public String keyShownIn() {
        return keyShownIn;
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
     * The body as a plain JSON value, which cannot be changed.
     *
     * @throws Json.NotJsonException if it is not exactly one JSON document
     */
    public @Nullable Object json() throws Json.NotJsonException {
        var known = parsed;
        Object value = known == null ? null : known.get();
        if (value == null) {
            value = unmodifiable(Json.parse(body));
            parsed = new SoftReference<>(value);
        }
        return value;
    }

    @SuppressWarnings("unchecked") // Json creates mutable maps and lists.
    private static @Nullable Object unmodifiable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).replaceAll((name, field) -> unmodifiable(field));
            return Collections.unmodifiableMap(map);
        }
        if (value instanceof List<?> list) {
            ((List<@Nullable Object>) list).replaceAll(Response::unmodifiable);
            return Collections.unmodifiableList(list);
        }
        return value;
    }
}
