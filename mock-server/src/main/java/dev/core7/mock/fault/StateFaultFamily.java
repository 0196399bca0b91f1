package dev.core7.mock.fault;

import dev.core7.mock.state.OperationRole;

/** Derives faults in what an operation does to stored objects; they require a mock with state. */
interface StateFaultFamily {
    /**
     * Adds the faults that apply to the operation of the collector, always in the same order.
     *
     * @param role what the operation does, and to which kind of object
     */
    void addTo(FaultCollector faults, OperationRole role);
}
