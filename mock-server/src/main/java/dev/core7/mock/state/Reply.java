package dev.core7.mock.state;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * What the state has to say to a request.
 *
 * @param value a plain value for JSON, else a text
 */
public record Reply(String mediaType, @Nullable Object value) {
    static Reply json(@Nullable Object value) {
        return new Reply(MediaType.JSON, value);
    }

    /** The body of an answer. */
    public String body() {
        return mediaType.equals(MediaType.JSON) ? Json.write(value) : String.valueOf(value);
    }
}
