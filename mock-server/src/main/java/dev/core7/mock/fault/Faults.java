package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import java.util.ArrayList;
import java.util.List;

/** Every fault that the contract gives ground for: the mutants that show whether a suite can fail. */
public final class Faults {
    private static final List<FaultFamily> FAMILIES = List.of(
            new StatusFaults(),
            new FieldFaults(),
            new BodyFaults(),
            new ScopeFaults(),
            new KeyFaults(),
            new RefusalFaults(),
            new InputFaults(),
            new ObjectFaults(),
            new MethodFaults());

    private Faults() {}

    /** The faults, operation by operation in the order of the contract; the same for the same contract. */
    public static List<Fault> of(Contract contract) {
        var faults = new ArrayList<Fault>();
        for (Operation operation : contract.operations()) {
            FAMILIES.forEach(family -> faults.addAll(family.faults(operation, contract)));
        }
        return List.copyOf(faults);
    }
}
