package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.state.ObjectRequest;
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
        if (resource.parentParameters().size() != 1) {
            return;
        }
        String parentParameter = resource.parentParameters().get(0);
        String ignores = "ignores " + parentParameter + " and ";
        switch (role.type()) {
            case LIST ->
                faults.add(
                        "foreign-objects-listed",
                        ignores + "lists the objects of all",
                        StateFaultBehaviors.listing((request, state) -> {
                            var objects = new ArrayList<StoredObject>();
                            withOtherParents(request, state, parentParameter)
                                    .forEach(other -> objects.addAll(state.sortAndFilter(other)));
                            objects.addAll(state.sortAndFilter(request));
                            return objects;
                        }));
            case RETRIEVE -> {
                faults.add("foreign-object-retrieved", ignores + "returns any object", withAnyParent(parentParameter));
                faults.add(
                        "object-in-every-project",
                        "returns the objects of the first project in all others",
                        StateFaultBehaviors.changingRequest(
                                (request, state) -> state.object(request).isPresent() || isOwn(request, parentParameter)
                                        ? request
                                        : request.withPath(parentParameter, KnownIds.OWN_PROJECT)));
            }
            case UPDATE ->
                faults.add("foreign-object-updated", ignores + "changes any object", withAnyParent(parentParameter));
            default -> {}
        }
    }

    private static boolean isOwn(ObjectRequest request, String parentParameter) {
        return KnownIds.OWN_PROJECT.equals(request.pathParameters().get(parentParameter));
    }

    private static FaultBehavior withAnyParent(String parentParameter) {
        return StateFaultBehaviors.changingRequest(
                (request, state) -> Stream.concat(Stream.of(request), withOtherParents(request, state, parentParameter))
                        .filter(candidate -> state.object(candidate).isPresent())
                        .findFirst()
                        .orElse(request));
    }

    /** Returns the same request with each other parent. */
    private static Stream<ObjectRequest> withOtherParents(ObjectRequest request, State state, String parentParameter) {
        return state.store().others(state.collection(request)).stream()
                .map(collection -> request.withPath(parentParameter, collection.parent()));
    }
}
