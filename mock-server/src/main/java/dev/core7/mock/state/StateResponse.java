package dev.core7.mock.state;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body of a response from the stored objects. */
public final class StateResponse {
    private final String mediaType;
    private final @Nullable Object value;
    private @Nullable String body;

    /** @param value a plain value for JSON, otherwise a text */
    StateResponse(String mediaType, @Nullable Object value) {
        this.mediaType = mediaType;
        this.value = value;
    }

    /** Returns a response in JSON. */
    static StateResponse json(@Nullable Object value) {
        return new StateResponse(MediaType.JSON, value);
    }

    /** Returns the body that PostHog sends if the documentation shows none. */
    static Optional<StateResponse> observed(Operation operation) {
        return operation.success().observed().map(schema -> json(MockExtensions.initial(schema)));
    }

    /** Returns the media type of the body. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the body. */
    public String body() {
        var text = body;
        if (text == null) {
            text = mediaType.equals(MediaType.JSON) ? Json.write(value) : String.valueOf(value);
            body = text;
        }
        return text;
    }

    /** Returns a field of the object. */
    public @Nullable Object get(String field) {
        return MockExtensions.asMap(value).get(field);
    }

    /** Returns a copy with one field of the object set. */
    public StateResponse with(String field, @Nullable Object other) {
        var fields = MockExtensions.asMap(value);
        fields.put(field, other);
        return new StateResponse(mediaType, fields);
    }
}
