package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.Defect;
import dev.core7.mock.Fault;
import java.util.List;

/** Faults of some kinds that belong together, for one operation at a time. */
interface FaultFamily {
    /** The faults that make sense in an operation, always in the same order; none: it gives no ground for them. */
    List<Fault> faults(Operation operation, Contract contract);

    /** A fault of which there is one in an operation. */
    static Fault fault(Operation operation, String kind, String description, Defect defect) {
        return new Fault(
                operation.id() + "/" + kind, operation.id(), kind, description, () -> defect.in(operation.id()));
    }

    /** A fault of which there are several variants in an operation. */
    static Fault fault(Operation operation, String kind, String variant, String description, Defect defect) {
        return new Fault(
                operation.id() + "/" + kind + "/" + variant,
                operation.id(),
                kind,
                description,
                () -> defect.in(operation.id()));
    }
}
