package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does not store a write: one field, all of it, or the fields it did not name. */
final class PersistenceFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        switch (role.type()) {
            case CREATE -> {
                addWrites(faults, resource, "field-lost-on-create");
                addDefaults(faults, resource);
            }
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

    /** A default that belongs to no object is changed by each request, as a mutable default argument in Python is. */
    private static void addDefaults(FaultCollector faults, Resource resource) {
        var operation = faults.operation();
        var requestFields =
                operation.body().map(body -> body.schema().properties()).orElse(Map.of());
        for (String field : resource.writable(operation)) {
            var schema = requestFields.get(field);
            boolean isTelling = schema != null
                    && schema.enumeration().isEmpty()
                    && !schema.types().contains("boolean")
                    && !schema.flag("x-free-text")
                    && schema.text("x-fixture").isEmpty()
                    && !operation.unjudged().containsKey("write-" + field);
            if (isTelling && DistortedFaults.canCreate(resource)) {
                faults.add(
                        "default-of-another",
                        field,
                        "gives new objects the " + field + " of an earlier one if they have none",
                        takingOver(resource, field));
            }
        }
    }

    private static FaultBehavior takingOver(Resource resource, String field) {
        return StateFaultBehaviors.carryingOut((request, state) -> {
            var others = state.store().all(state.collection(request)).stream()
                    .map(object -> object.fields().get(field))
                    .filter(value -> !Objects.equals(value, resource.initial(field)))
                    .toList();
            var response = state.carryOut(request);
            if (request.fields().containsKey(field) || others.isEmpty()) {
                return response;
            }
            var last = others.get(others.size() - 1);
            response.flatMap(shown -> StateFaultBehaviors.storedObject(shown, request, state))
                    .ifPresent(stored -> state.store().put(state.collection(request), stored.with(field, last)));
            return response.map(shown -> shown.with(field, last));
        });
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
