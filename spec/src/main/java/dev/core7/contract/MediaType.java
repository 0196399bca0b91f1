package dev.core7.contract;

import java.util.List;

/**
 * A media type of a body with its schema and its named examples.
 *
 * @param name the media type without parameters, such as {@code application/json}
 */
public record MediaType(String name, Schema schema, List<Example> examples) {
    /** The media type of JSON (RFC 8259 §11). */
    public static final String JSON = "application/json";

    /** Copies {@code examples}. */
    public MediaType {
        examples = List.copyOf(examples);
    }
}
