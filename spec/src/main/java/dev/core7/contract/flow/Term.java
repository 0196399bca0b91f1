package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, or a test of its own where it stands alone. */
interface Term {
    /** Its value; {@link Comparison#NOTHING} where a query finds nothing. */
    @Nullable
    Object value(Surroundings at) throws MissingValueException;

    /** Whether it holds where it stands alone. */
    boolean holds(Surroundings at) throws MissingValueException;

    /** A value that is always the same. */
    static Term literal(@Nullable Object value) {
        return of(at -> value);
    }

    /** A value that holds unless it is null or false. */
    static Term of(Source source) {
        return new Term() {
            @Override
            public @Nullable Object value(Surroundings at) throws MissingValueException {
                return source.value(at);
            }

            @Override
            public boolean holds(Surroundings at) throws MissingValueException {
                Object value = source.value(at);
                return value != null && !value.equals(false) && !value.equals(Comparison.NOTHING);
            }
        };
    }

    /** Where a term has its value from. */
    @FunctionalInterface
    interface Source {
        @Nullable
        Object value(Surroundings at) throws MissingValueException;
    }

    /**
     * What a term can see.
     *
     * @param root what {@code $} is in a query
     * @param current what {@code @} is in a filter
     */
    record Surroundings(
            Scope scope, @Nullable Object root, @Nullable Object current) {
        Surroundings with(@Nullable Object other) {
            return new Surroundings(scope, root, other);
        }
    }
}
