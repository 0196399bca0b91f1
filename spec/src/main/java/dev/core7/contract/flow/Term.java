package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, or a condition on its own. */
sealed interface Term permits JsonPath, Term.Literal, Term.Reference, Term.Count, Term.Length, Term.Match, Term.Text {
    /** Returns the value; {@link Comparison#NOTHING} if a query does not select exactly one. */
    @Nullable
    Object value(EvaluationContext at) throws MissingValueException;

    /** Returns whether the term is true as a condition: unless its value is null, false or nothing. */
    default boolean holds(EvaluationContext at) throws MissingValueException {
        Object value = value(at);
        return value != null && !value.equals(false) && !value.equals(Comparison.NOTHING);
    }

    /** A constant. */
    record Literal(@Nullable Object constant) implements Term {
        @Override
        public @Nullable Object value(EvaluationContext at) {
            return constant;
        }
    }

    /** The value of a runtime expression. */
    record Reference(RuntimeExpression expression) implements Term {
        @Override
        public @Nullable Object value(EvaluationContext at) throws MissingValueException {
            return expression.value(at.scope());
        }
    }

    /** The number of values that a query selects. */
    record Count(JsonPath query) implements Term {
        @Override
        public Object value(EvaluationContext at) throws MissingValueException {
            return BigInteger.valueOf(query.select(at).size());
        }
    }

    /** The number of characters, items or members of a value. */
    record Length(Term of) implements Term {
        @Override
        public Object value(EvaluationContext at) throws MissingValueException {
            Object value = of.value(at);
            if (value instanceof String text) {
                return BigInteger.valueOf(text.codePointCount(0, text.length()));
            }
            if (value instanceof List<?> list) {
                return BigInteger.valueOf(list.size());
            }
            return value instanceof Map<?, ?> map ? BigInteger.valueOf(map.size()) : Comparison.NOTHING;
        }
    }

    /** The text of a value. */
    record Text(Term of) implements Term {
        @Override
        public @Nullable Object value(EvaluationContext at) throws MissingValueException {
            Object value = of.value(at);
            return value == null ? null : value.toString();
        }
    }

    /**
     * Whether a text matches a regular expression.
     *
     * @param whole whether the whole text must match; otherwise a part is sufficient
     */
    record Match(Term text, Term pattern, boolean whole) implements Term {
        @Override
        public Object value(EvaluationContext at) throws MissingValueException {
            return text.value(at) instanceof String t && pattern.value(at) instanceof String p && matches(t, p);
        }

        private boolean matches(String text, String pattern) throws MissingValueException {
            try {
                var matcher = Pattern.compile(pattern).matcher(text);
                return whole ? matcher.matches() : matcher.find();
            } catch (PatternSyntaxException e) {
                throw new MissingValueException("invalid regular expression: " + pattern);
            }
        }
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
