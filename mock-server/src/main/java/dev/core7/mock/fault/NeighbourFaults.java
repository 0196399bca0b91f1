package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import java.util.List;
import java.util.Map;

/** Changes more than the request names: other fields, other objects, or the same object twice. */
final class NeighbourFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        if (!DistortedFaults.canCreate(resource)) {
            return;
        }
        switch (role.type()) {
            case CREATE ->
                faults.add(
                        "create-makes-two",
                        "creates two objects and returns one",
                        StateFaultBehaviors.carryingOut((request, state) -> {
                            state.carryOut(request);
                            return state.carryOut(request);
                        }));
            case UPDATE -> addUpdates(faults, resource);
            case CHANGE_MEMBERS -> addMembers(faults, resource);
            default -> {}
        }
    }

    private static void addUpdates(FaultCollector faults, Resource resource) {
        faults.add(
                "twin-updated-too",
                "updates another object as well",
                StateFaultBehaviors.thenDoing((request, state) ->
                        state.carryOut(StateFaultBehaviors.forOtherObject(request, state, resource))));
        for (String field : resource.writable(faults.operation())) {
            if (resource.hiding().containsKey(field)) {
                faults.add(
                        "twin-hidden-too",
                        field,
                        "hides another object as well",
                        StateFaultBehaviors.thenDoing((request, state) -> {
                            if (Boolean.TRUE.equals(request.fields().get(field))) {
                                state.carryOut(StateFaultBehaviors.forOtherObject(request, state, resource));
                            }
                        }));
            } else if (DistortedFaults.isJudged(resource, field)) {
                faults.add(
                        "update-resets",
                        field,
                        "resets " + field + " if the request omits it",
                        StateFaultBehaviors.changingStoredObject(
                                (object, request) -> request.fields().containsKey(field)
                                        ? object
                                        : object.with(field, resource.initial(field))));
            }
        }
    }

    /** Only adds members: a missing one may be late, so that it proves nothing. */
    private static void addMembers(FaultCollector faults, Resource resource) {
        if (adds(faults.operation())) {
            faults.add(
                    "members-change-everywhere",
                    "adds the members to all objects",
                    StateFaultBehaviors.thenDoing((request, state) -> repeatForAll(request, state, resource)));
        }
    }

    private static boolean adds(Operation operation) {
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().values().stream())
                .anyMatch(field -> field.keyword("x-members") instanceof Map<?, ?> roles && roles.containsValue("add"));
    }

    private static void repeatForAll(ObjectRequest request, State state, Resource resource) {
        for (var object : List.copyOf(state.store().all(state.collection(request)))) {
            state.carryOut(StateFaultBehaviors.forObject(request, resource, object.id()));
        }
    }
}
