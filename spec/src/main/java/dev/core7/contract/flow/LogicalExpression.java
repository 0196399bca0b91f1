package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;

/** A logical expression of a condition or filter. */
@FunctionalInterface
interface LogicalExpression {
    boolean holds(EvaluationContext at) throws MissingValueException;
}
