package dev.core7.mock.fault;

import dev.core7.contract.Contract;

/** Derives related kinds of faults for one operation at a time. */
interface FaultFamily {
    /** Adds the faults that apply to the operation of the collector, always in the same order. */
    void addTo(FaultCollector faults, Contract contract);
}
