package dev.core7.examples.vendor.store;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** What a field is after a partial update: what was sent, null too, or else what it was. */
final class Patch {
    private Patch() {}

    /** For a field that may be null. */
    static <T> JsonNullable<T> of(JsonNullable<T> old, JsonNullable<T> sent) {
        return sent.isPresent() ? sent : old;
    }

    /** For a field that may not. */
    static <T> @Nullable T of(@Nullable T old, @Nullable T sent) {
        return sent == null ? old : sent;
    }
}
