package dev.core7.conformance.exchange;

import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came in.
 *
 * @param headers lower-case name → values
 * @param body at most {@link Transport#MAX_BODY} bytes, of a larger one {@link Transport#MAX_KEPT}
 * @param endless whether the body is larger than that
 * @param took from sending to the last byte
 */
public record Response(int status, Map<String, List<String>> headers, byte[] body, boolean endless, Duration took) {
    /** The first value of a header, whatever its case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** The media type without parameters, in lower case; empty where there is none. */
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
     * @throws Json.NotJsonException where it is not one JSON document
     */
    public @Nullable Object json() throws Json.NotJsonException {
        return Json.parse(body);
    }
}
