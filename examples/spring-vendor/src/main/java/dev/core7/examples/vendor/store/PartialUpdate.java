package dev.core7.examples.vendor.store;

import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Computes the value of a field after a partial update: the value that was sent, or the old value if none was sent. */
final class PartialUpdate {
    private PartialUpdate() {}

    /** For a nullable field. */
    static <T> JsonNullable<T> of(JsonNullable<T> old, JsonNullable<T> sent) {
        return sent.isPresent() ? sent : old;
    }

    /** For a field that is not nullable. */
    static <T> @Nullable T of(@Nullable T old, @Nullable T sent) {
        return sent == null ? old : sent;
    }
}
