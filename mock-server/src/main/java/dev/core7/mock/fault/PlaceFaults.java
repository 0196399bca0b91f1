package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.Part;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.Shelf;
import dev.core7.mock.state.State;
import java.util.ArrayList;
import java.util.List;

/** Objects of another project are within reach. */
final class PlaceFaults implements BehaviourFamily {
    @Override
    public List<Fault> faults(Operation operation, Part part) {
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
                        Acts.listed((action, state) -> {
                            var all = new ArrayList<Kept>();
                            state.store()
                                    .others(state.shelf(action))
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
                Acts.rerouted((action, state) -> whereItIs(action, state, resource)));
    }

    private static Action whereItIs(Action action, State state, Resource resource) {
        if (state.object(action).isPresent()) {
            return action;
        }
        return state.store().others(state.shelf(action)).stream()
                .map(other -> in(other, action, resource))
                .filter(elsewhere -> state.object(elsewhere).isPresent())
                .findFirst()
                .orElse(action);
    }

    private static Action in(Shelf shelf, Action action, Resource resource) {
        return action.withPath(resource.placeNames().get(0), shelf.place());
    }
}
