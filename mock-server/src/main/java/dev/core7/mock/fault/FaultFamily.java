package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import java.util.List;

/** Derives related kinds of faults for one operation at a time. */
interface FaultFamily {
    /** Returns the faults that apply to an operation, always in the same order. */
    List<Fault> faults(Operation operation, Contract contract);

    /** Creates a fault that an operation can have once. */
    static Fault fault(Operation operation, String kind, String description, FaultBehavior behavior) {
        return new Fault(
                operation.id() + "/" + kind, operation.id(), kind, description, () -> behavior.in(operation.id()));
    }

    /** Creates one of several variants of a fault. */
    static Fault fault(Operation operation, String kind, String variant, String description, FaultBehavior behavior) {
        return new Fault(
                operation.id() + "/" + kind + "/" + variant,
                operation.id(),
                kind,
                description,
                () -> behavior.in(operation.id()));
    }
}
