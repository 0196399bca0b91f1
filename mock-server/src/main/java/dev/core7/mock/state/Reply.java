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

    /** A field of the object that is replied. */
    public @Nullable Object get(String field) {
        return Hints.object(value).get(field);
    }

    /** The same with one field of the object set. */
    public Reply with(String field, @Nullable Object other) {
        var fields = Hints.object(value);
        fields.put(field, other);
        return new Reply(mediaType, fields);
    }
}
