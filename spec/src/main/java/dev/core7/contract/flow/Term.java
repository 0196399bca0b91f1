package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, or a condition on its own. */
interface Term {
    /** Returns the value; {@link Comparison#NOTHING} if a query does not select exactly one. */
    @Nullable
    Object value(EvaluationContext at) throws MissingValueException;

    /** Returns whether the term is true as a condition. */
    boolean holds(EvaluationContext at) throws MissingValueException;

    /** Returns a term with a constant value. */
    static Term literal(@Nullable Object value) {
        return of(at -> value);
    }

    /** Returns a term that is true unless its value is null, false or nothing. */
    static Term of(Source source) {
        return new Term() {
            @Override
            public @Nullable Object value(EvaluationContext at) throws MissingValueException {
                return source.value(at);
            }

            @Override
            public boolean holds(EvaluationContext at) throws MissingValueException {
                Object value = source.value(at);
                return value != null && !value.equals(false) && !value.equals(Comparison.NOTHING);
            }
        };
    }

    /** Computes the value of a term. */
    @FunctionalInterface
    interface Source {
        @Nullable
        Object value(EvaluationContext at) throws MissingValueException;
    }

    /**
     * The values that a term can refer to.
     *
     * @param root the value of {@code $} in a query
     * @param current the value of {@code @} in a filter
     */
    record EvaluationContext(
            Scope scope, @Nullable Object root, @Nullable Object current) {
        EvaluationContext withCurrent(@Nullable Object other) {
            return new EvaluationContext(scope, root, other);
        }
    }
}
