package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.stream.Stream;

/** Gives access to objects of another project. */
final class ForeignProjectFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        if (resource.placeNames().size() != 1) {
            return;
        }
        String place = resource.placeNames().get(0);
        String ignores = "ignores " + place + " and ";
        switch (role.verb()) {
            case LIST ->
                faults.add(
                        "foreign-objects-listed",
                        ignores + "lists the objects of all",
                        StateFaultBehaviors.listing((action, state) -> {
                            var objects = new ArrayList<StoredObject>();
                            elsewhere(action, state, place).forEach(other -> objects.addAll(state.matching(other)));
                            objects.addAll(state.matching(action));
                            return objects;
                        }));
            case RETRIEVE -> faults.add("foreign-object-retrieved", ignores + "returns any object", inAnyPlace(place));
            case UPDATE -> faults.add("foreign-object-updated", ignores + "changes any object", inAnyPlace(place));
            default -> {}
        }
    }

    private static FaultBehavior inAnyPlace(String place) {
        return StateFaultBehaviors.changingRequest(
                (action, state) -> Stream.concat(Stream.of(action), elsewhere(action, state, place))
                        .filter(candidate -> state.object(candidate).isPresent())
                        .findFirst()
                        .orElse(action));
    }

    /** Returns the same request to each other place. */
    private static Stream<Action> elsewhere(Action action, State state, String place) {
        return state.store().others(state.collection(action)).stream()
                .map(collection -> action.withPath(place, collection.place()));
    }
}
