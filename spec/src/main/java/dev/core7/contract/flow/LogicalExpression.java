package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A logical expression of a condition or filter. */
sealed interface LogicalExpression {
    /** Returns whether the expression is true. */
    boolean holds(EvaluationContext at) throws MissingValueException;

    /** Returns the expression without alternatives that are false; the whole expression if it is false itself. */
    default LogicalExpression met(EvaluationContext at) {
        return this;
    }

    /** Returns an expression that is true if this one is false, without {@link Not} around other operators. */
    LogicalExpression negated();

    /** Returns whether the expression is true; false if a value is missing. */
    default boolean isMet(EvaluationContext at) {
        try {
            return holds(at);
        } catch (MissingValueException e) {
            return false;
        }
    }

    /** Expressions that are combined by {@code &&}. */
    record And(List<LogicalExpression> parts) implements LogicalExpression {
        @Override
        public boolean holds(EvaluationContext at) throws MissingValueException {
            for (LogicalExpression part : parts) {
                if (!part.holds(at)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public LogicalExpression negated() {
            return new Or(each(parts, LogicalExpression::negated));
        }
    }

    /** Expressions that are combined by {@code ||}. */
    record Or(List<LogicalExpression> parts) implements LogicalExpression {
        @Override
        public boolean holds(EvaluationContext at) throws MissingValueException {
            for (LogicalExpression part : parts) {
                if (part.holds(at)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public LogicalExpression negated() {
            return new And(each(parts, LogicalExpression::negated));
        }

        @Override
        public LogicalExpression met(EvaluationContext at) {
            return parts.stream().filter(part -> part.isMet(at)).findFirst().orElse(this);
        }

        /** Returns the parts that say when the others need not hold, such as {@code count != 3}; none if there are no others. */
        List<LogicalExpression> guards() {
            var guards = parts.stream().filter(Or::isGuard).toList();
            return guards.size() == parts.size() ? List.of() : guards;
        }

        /** Returns the parts without the guards. */
        List<LogicalExpression> guarded() {
            var guards = guards();
            return parts.stream().filter(part -> !guards.contains(part)).toList();
        }

        private static boolean isGuard(LogicalExpression part) {
            return part instanceof Relation relation && relation.operator().equals("!=");
        }
    }

    /** An expression after {@code !}. */
    record Not(LogicalExpression inner) implements LogicalExpression {
        @Override
        public boolean holds(EvaluationContext at) throws MissingValueException {
            return !inner.holds(at);
        }

        @Override
        public LogicalExpression negated() {
            return inner;
        }
    }

    /** A comparison of two terms. */
    record Relation(Term left, String operator, Term right, Rule rule) implements LogicalExpression {
        @Override
        public boolean holds(EvaluationContext at) throws MissingValueException {
            return rule.holds(operator, left.value(at), right.value(at));
        }

        @Override
        public LogicalExpression negated() {
            return new Not(this);
        }
    }

    /** A term on its own. */
    record Truth(Term term) implements LogicalExpression {
        @Override
        public boolean holds(EvaluationContext at) throws MissingValueException {
            return term.holds(at);
        }

        @Override
        public LogicalExpression negated() {
            return new Not(this);
        }
    }

    /** Compares two values. */
    @FunctionalInterface
    interface Rule {
        boolean holds(String operator, @Nullable Object left, @Nullable Object right);
    }

    private static List<LogicalExpression> each(
            List<LogicalExpression> parts, UnaryOperator<LogicalExpression> change) {
        var changed = new ArrayList<LogicalExpression>();
        parts.forEach(part -> changed.add(change.apply(part)));
        return List.copyOf(changed);
    }
}
