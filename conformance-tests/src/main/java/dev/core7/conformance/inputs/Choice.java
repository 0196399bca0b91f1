package dev.core7.conformance.inputs;

import org.jspecify.annotations.Nullable;

/**
 * What a request does with a field.
 *
 * @param sent whether the request contains the field
 * @param value the value; null if the field is not sent
 */
public record Choice(boolean sent, @Nullable Object value) {
    /** The request does not contain the field. */
    public static final Choice ABSENT = new Choice(false, null);

    /** The request contains the field with that value. */
    public static Choice of(@Nullable Object value) {
        return new Choice(true, value);
    }
}
