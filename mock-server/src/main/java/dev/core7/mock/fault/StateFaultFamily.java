package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.OperationRole;
import java.util.List;

/** Derives faults in what an operation does to stored objects; only a mock with state can play them. */
interface StateFaultFamily {
    /**
     * Returns the faults that apply to an operation, always in the same order.
     *
     * @param role what the operation does, and to which kind of object
     */
    List<Fault> faults(Operation operation, OperationRole role);
}
