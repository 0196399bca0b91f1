package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import dev.core7.mock.state.Part;
import java.util.List;

/** Faults in what an operation does to objects that are kept; only a mock that keeps state can play them. */
interface BehaviourFamily {
    /**
     * The faults that make sense in an operation, always in the same order; none: it gives no ground for them.
     *
     * @param part what the operation does, and to which kind of object
     */
    List<Fault> faults(Operation operation, Part part);
}
