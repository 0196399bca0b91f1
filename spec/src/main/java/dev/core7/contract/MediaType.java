package dev.core7.contract;

import java.util.List;

/**
 * A media type of a body with its schema and its named examples.
 *
 * @param name the media type without parameters, such as {@code application/json}
 * @param required whether a request must have the body; false for responses
 */
public record MediaType(String name, Schema schema, List<Example> examples, boolean required) {
    /** The media type of JSON (RFC 8259 §11). */
    public static final String JSON = "application/json";

    /** Copies {@code examples}. */
    public MediaType {
        examples = List.copyOf(examples);
    }

    /** Returns a copy for a request body that is required or not. */
    MediaType withRequired(boolean other) {
        return new MediaType(name, schema, examples, other);
    }
}
