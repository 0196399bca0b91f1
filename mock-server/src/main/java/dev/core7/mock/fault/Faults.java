package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import dev.core7.mock.MockServer;
import dev.core7.mock.state.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every fault that the contract gives ground for: the mutants that show whether a suite can fail. */
public final class Faults {
    private static final List<FaultFamily> FAMILIES = List.of(
            new StatusFaults(),
            new FieldFaults(),
            new BodyFaults(),
            new NotationFaults(),
            new ScopeFaults(),
            new KeyFaults(),
            new RefusalFaults(),
            new InputFaults(),
            new ObjectFaults(),
            new MethodFaults());

    private static final List<BehaviourFamily> BEHAVIOUR = List.of(
            new ParameterFaults(),
            new PageFaults(),
            new KeepingFaults(),
            new WritingFaults(),
            new ReadingFaults(),
            new SoftDeleteFaults(),
            new MemberFaults(),
            new PlaceFaults());

    private Faults() {}

    /** Every fault: those of single exchanges, then those of behaviour. */
    public static List<Fault> all(Contract contract) {
        return Stream.concat(of(contract).stream(), behavioural(contract).stream())
                .toList();
    }

    /** The faults that one exchange shows, operation by operation in the order of the contract; the same for the same contract. */
    public static List<Fault> of(Contract contract) {
        var faults = new ArrayList<Fault>();
        for (Operation operation : contract.operations()) {
            FAMILIES.forEach(family -> faults.addAll(family.faults(operation, contract)));
        }
        return List.copyOf(faults);
    }

    /** The faults that show across several requests, in the same order; only a mock that keeps state can play them. */
    public static List<Fault> behavioural(Contract contract) {
        var resources = new Resources(contract, MockServer.PLACES);
        var faults = new ArrayList<Fault>();
        for (Operation operation : contract.operations()) {
            resources
                    .part(operation)
                    .ifPresent(part -> BEHAVIOUR.forEach(family -> faults.addAll(family.faults(operation, part))));
        }
        return faults.stream().map(Fault::needingState).toList();
    }
}
