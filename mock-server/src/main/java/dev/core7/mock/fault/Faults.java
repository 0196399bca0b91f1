package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.state.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Derives faults from a contract: the mutants that show whether a suite can fail. */
public final class Faults {
    private static final List<FaultFamily> FAMILIES = List.of(
            new StatusFaults(),
            new FieldFaults(),
            new BodyFaults(),
            new NotationFaults(),
            new ScopeFaults(),
            new KeyFaults(),
            new CacheFaults(),
            new RefusalFaults(),
            new ObjectFaults(),
            new MethodFaults(),
            new FormFaults(),
            new ValueFaults(),
            new MessageFaults(),
            new ToolFaults());

    private static final List<StateFaultFamily> STATE_FAMILIES = List.of(
            new ParameterFaults(),
            new PageFaults(),
            new PersistenceFaults(),
            new WritingFaults(),
            new ReadingFaults(),
            new SoftDeleteFaults(),
            new MemberFaults(),
            new ForeignProjectFaults(),
            new DistortedFaults(),
            new NeighbourFaults(),
            new ServerValueFaults(),
            new StoredValueFaults());

    private Faults() {}

    /** Returns all faults: first those in single exchanges, then those across several requests. */
    public static List<Fault> all(Contract contract) {
        return Stream.concat(of(contract).stream(), behavioural(contract).stream())
                .toList();
    }

    /** Returns the faults that show in one exchange, by operation in the order of the contract; deterministic. */
    public static List<Fault> of(Contract contract) {
        return collect(contract, faults -> FAMILIES.forEach(family -> family.addTo(faults, contract)));
    }

    /** Returns the faults that show across several requests, in the same order; they require a mock with state. */
    public static List<Fault> behavioural(Contract contract) {
        var resources = new Resources(contract, KnownIds.PARENTS);
        var faults = collect(
                contract,
                collector -> resources
                        .role(collector.operation())
                        .ifPresent(role -> STATE_FAMILIES.forEach(family -> family.addTo(collector, role))));
        return faults.stream().map(Fault::needingState).toList();
    }

    private static List<Fault> collect(Contract contract, Consumer<FaultCollector> families) {
        var faults = new ArrayList<Fault>();
        for (Operation operation : contract.operations()) {
            var collector = new FaultCollector(operation);
            families.accept(collector);
            faults.addAll(collector.faults());
        }
        return List.copyOf(faults);
    }
}
