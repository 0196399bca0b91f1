package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.CollectionKey;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.List;

/** Gives access to objects of another project. */
final class ForeignProjectFaults implements StateFaultFamily {
    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        var resource = part.resource();
        if (resource.placeNames().size() != 1) {
            return List.of();
        }
        return switch (part.verb()) {
            case LIST ->
                List.of(FaultFamily.fault(
                        operation,
                        "foreign-objects-listed",
                        "lists the objects of every place",
                        StateFaultBehaviors.listed((action, state) -> {
                            var all = new ArrayList<StoredObject>();
                            state.store()
                                    .others(state.collection(action))
                                    .forEach(other -> all.addAll(state.matching(in(other, action, resource))));
                            all.addAll(state.matching(action));
                            return all;
                        })));
            case RETRIEVE -> List.of(reaching(operation, "foreign-object-retrieved", "answers", resource));
            case UPDATE -> List.of(reaching(operation, "foreign-object-updated", "changes", resource));
            default -> List.of();
        };
    }

    private static Fault reaching(Operation operation, String kind, String verb, Resource resource) {
        return FaultFamily.fault(
                operation,
                kind,
                verb + " the objects of every place",
                StateFaultBehaviors.rerouted((action, state) -> whereItIs(action, state, resource)));
    }

    private static Action whereItIs(Action action, State state, Resource resource) {
        if (state.object(action).isPresent()) {
            return action;
        }
        return state.store().others(state.collection(action)).stream()
                .map(other -> in(other, action, resource))
                .filter(elsewhere -> state.object(elsewhere).isPresent())
                .findFirst()
                .orElse(action);
    }

    private static Action in(CollectionKey collection, Action action, Resource resource) {
        return action.withPath(resource.placeNames().get(0), collection.place());
    }
}
