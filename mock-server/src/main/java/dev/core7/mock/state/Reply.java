package dev.core7.mock.state;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import org.jspecify.annotations.Nullable;

/** What the state has to say to a request. */
public final class Reply {
    private final String mediaType;
    private final @Nullable Object value;
    private @Nullable String body;

    /** @param value a plain value for JSON, else a text */
    Reply(String mediaType, @Nullable Object value) {
        this.mediaType = mediaType;
        this.value = value;
    }

    static Reply json(@Nullable Object value) {
        return new Reply(MediaType.JSON, value);
    }

    /** The media type of the body. */
    public String mediaType() {
        return mediaType;
    }

    /** The body of an answer. */
    public String body() {
        var written = body;
        if (written == null) {
            written = mediaType.equals(MediaType.JSON) ? Json.write(value) : String.valueOf(value);
            body = written;
        }
        return written;
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
