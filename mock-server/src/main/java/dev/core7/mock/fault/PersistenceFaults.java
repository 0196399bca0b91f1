package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Resource;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does not store a write: one field, all of it, or the fields it did not name. */
final class PersistenceFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        switch (role.type()) {
            case CREATE -> addWrites(faults, resource, "field-lost-on-create");
            case UPDATE -> {
                addWrites(faults, resource, "field-lost-on-update");
                faults.add(
                        "update-replaces",
                        "resets fields that the request omits to their initial values",
                        StateFaultBehaviors.carryingOut(
                                (request, state) -> state.carryOut(withInitialValues(request, resource))));
            }
            case DELETE ->
                faults.add("delete-without-effect", "does not delete the object", StateFaultBehaviors.storingNothing());
            case REFUSE ->
                faults.add(
                        "delete-deletes",
                        "deletes the object although it refuses to",
                        StateFaultBehaviors.changingAfterwards(object -> Optional.empty()));
            default -> {}
        }
    }

    private static void addWrites(FaultCollector faults, Resource resource, String fieldLost) {
        var operation = faults.operation();
        for (String field : resource.writable(operation)) {
            if (!operation.unjudged().containsKey("write-" + field)) {
                faults.add(fieldLost, field, "does not store " + field, StateFaultBehaviors.ignoringField(field));
                faults.add(
                        "field-answered-not-kept",
                        field,
                        "returns " + field + " as it was sent, but stores the previous value",
                        storingPrevious(resource, field));
            }
        }
        faults.add("write-not-kept", "responds correctly, but stores nothing", StateFaultBehaviors.storingNothing());
    }

    private static FaultBehavior storingPrevious(Resource resource, String field) {
        return StateFaultBehaviors.carryingOut((request, state) -> {
            var object = state.object(request);
            var previous = object.isPresent() ? object.get().fields().get(field) : resource.initial(field);
            var response = state.carryOut(request);
            response.flatMap(shown -> StateFaultBehaviors.storedObject(shown, request, state))
                    .ifPresent(stored -> state.store().put(state.collection(request), stored.with(field, previous)));
            return response;
        });
    }

    private static ObjectRequest withInitialValues(ObjectRequest request, Resource resource) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        resource.writable(request.operation()).forEach(field -> fields.put(field, resource.initial(field)));
        fields.putAll(request.fields());
        return request.withFields(fields);
    }
}
