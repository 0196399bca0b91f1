package dev.core7.mock.fault;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads another object than requested, or one that does not exist, or changes objects while reading. */
final class ReadingFaults implements StateFaultFamily {
    private static final String UPDATED_AT = "updated_at";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        if (role.type() == Type.LIST && !resource.requests().isEmpty()) {
            faults.add("newest-hidden", "hides the newest object", StateFaultBehaviors.listing(ReadingFaults::older));
        }
        if (role.type() == Type.RETRIEVE) {
            addRetrieve(faults, resource);
        }
        if (role.type() == Type.INFO && isAboutOne(faults.operation(), resource)) {
            faults.add(
                    "history-for-nobody",
                    "returns information about an object that does not exist",
                    FaultBehaviors.accepting(Reason.UNKNOWN_OBJECT));
        }
    }

    private static void addRetrieve(FaultCollector faults, Resource resource) {
        faults.add(
                "other-object-retrieved",
                "returns another object of the collection",
                StateFaultBehaviors.carryingOut((request, state) ->
                        state.carryOut(StateFaultBehaviors.forOtherObject(request, state, resource))));
        faults.add(
                "entity-tag-frozen",
                "sends the same ETag after every change",
                FaultBehaviors.changingResponse(MediaType.JSON, response -> response.withHeader("ETag", "\"1\"")));
        String kind = "get-changes";
        if (resource.fields().containsKey(UPDATED_AT)) {
            faults.add(
                    kind,
                    UPDATED_AT,
                    "changes updated_at after each read",
                    StateFaultBehaviors.changingAfterwards(object ->
                            Optional.of(object.with(UPDATED_AT, Instant.now().toString()))));
        }
        faults.add(
                kind,
                "deletes",
                "deletes the object after each read",
                StateFaultBehaviors.changingAfterwards(object -> Optional.empty()));
    }

    /** Returns the matching objects without the one that was created last. */
    private static List<StoredObject> older(ObjectRequest request, State state) {
        var all = state.store().all(state.collection(request));
        var newest = all.isEmpty() ? "" : all.get(all.size() - 1).id();
        return state.sortAndFilter(request).stream()
                .filter(object -> !object.id().equals(newest))
                .toList();
    }

    private static boolean isAboutOne(Operation operation, Resource resource) {
        return resource.id()
                .filter(id -> operation.path().contains("{" + id.name() + "}"))
                .isPresent();
    }
}
