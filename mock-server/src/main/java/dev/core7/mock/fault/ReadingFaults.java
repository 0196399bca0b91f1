package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Verb;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads another object than requested, or one that does not exist, or changes objects while reading. */
final class ReadingFaults implements StateFaultFamily {
    private static final String UPDATED_AT = "updated_at";

    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        var resource = part.resource();
        var faults = new ArrayList<Fault>();
        if (part.verb() == Verb.LIST && !resource.requests().isEmpty()) {
            faults.add(FaultFamily.fault(
                    operation,
                    "newest-hidden",
                    "does not show the newest object",
                    StateFaultBehaviors.listed(ReadingFaults::older)));
        }
        if (part.verb() == Verb.RETRIEVE) {
            faults.add(FaultFamily.fault(
                    operation,
                    "other-object-retrieved",
                    "answers another object of the collection",
                    StateFaultBehaviors.instead(
                            (action, state) -> state.respond(StateFaultBehaviors.another(action, state, resource)))));
            if (resource.fields().containsKey(UPDATED_AT)) {
                faults.add(FaultFamily.fault(
                        operation,
                        "get-changes",
                        UPDATED_AT,
                        "counts as an update",
                        StateFaultBehaviors.afterwards((action, state) -> state.object(action)
                                .map(object ->
                                        object.with(UPDATED_AT, Instant.now().toString()))
                                .ifPresent(object -> state.store().put(state.collection(action), object)))));
            }
            faults.add(FaultFamily.fault(
                    operation,
                    "get-changes",
                    "deletes",
                    "deletes what it shows",
                    StateFaultBehaviors.afterwards((action, state) -> state.object(action)
                            .ifPresent(object -> state.store().remove(state.collection(action), object.id())))));
        }
        if (part.verb() == Verb.TELL && isAboutOne(operation, resource)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "history-for-nobody",
                    "tells of an object that is not there",
                    FaultBehaviors.granting(Reason.UNKNOWN_OBJECT, call -> true)));
        }
        return faults;
    }

    /** What matches, without the object that was created last. */
    private static List<StoredObject> older(Action action, State state) {
        var all = state.store().all(state.collection(action));
        var newest = all.isEmpty() ? "" : all.get(all.size() - 1).id();
        return state.matching(action).stream()
                .filter(object -> !object.id().equals(newest))
                .toList();
    }

    private static boolean isAboutOne(Operation operation, Resource resource) {
        return resource.id()
                .filter(id -> operation.path().contains("{" + id.name() + "}"))
                .isPresent();
    }
}
