package dev.core7.contract;

import java.util.List;

/**
 * One media type of a body: its schema and its named examples.
 *
 * @param name the media type without parameters, such as {@code application/json}
 */
public record MediaType(String name, Schema schema, List<Example> examples) {
    /** The media type of JSON (RFC 8259 §11). */
    public static final String JSON = "application/json";

    /** {@code examples} is copied. */
    public MediaType {
        examples = List.copyOf(examples);
    }
}
