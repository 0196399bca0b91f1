package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.Surroundings;

/** Something that holds or does not. */
@FunctionalInterface
interface Test {
    boolean holds(Surroundings at) throws MissingValueException;
}
