package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the faults of one operation. */
final class FaultCollector {
    private final Operation operation;
    private final List<Fault> faults = new ArrayList<>();

    FaultCollector(Operation operation) {
        this.operation = operation;
    }

    /** Returns the operation whose faults are collected. */
    Operation operation() {
        return operation;
    }

    /** Returns the collected faults in the order in which they were added. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Adds a fault that an operation can have once. */
    void add(String kind, String description, FaultBehavior behavior) {
        addForAllRequests(kind, description, () -> behavior.limitedTo(operation.id()));
    }

    /** Adds one of several variants of a fault. */
    void add(String kind, String variant, String description, FaultBehavior behavior) {
        faults.add(new Fault(
                operation.id() + "/" + kind + "/" + variant,
                operation.id(),
                kind,
                description,
                () -> behavior.limitedTo(operation.id())));
    }

    /** Adds a fault that may also change responses to requests that do not call the operation. */
    void addForAllRequests(String kind, String description, Supplier<FaultBehavior> behavior) {
        faults.add(new Fault(operation.id() + "/" + kind, operation.id(), kind, description, behavior));
    }
}
