package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import dev.core7.mock.Refusal.Reason;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.Part;
import dev.core7.mock.state.Part.Verb;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Another object is read than was asked for, one that nobody has, or reading leaves traces. */
final class ReadingFaults implements BehaviourFamily {
    private static final String UPDATED_AT = "updated_at";

    @Override
    public List<Fault> faults(Operation operation, Part part) {
        var resource = part.resource();
        var faults = new ArrayList<Fault>();
        if (part.verb() == Verb.LIST && !resource.requests().isEmpty()) {
            faults.add(FaultFamily.fault(
                    operation, "newest-hidden", "does not show the newest object", Acts.listed(ReadingFaults::older)));
        }
        if (part.verb() == Verb.RETRIEVE) {
            faults.add(FaultFamily.fault(
                    operation,
                    "other-object-retrieved",
                    "answers another object of the collection",
                    Acts.instead((action, state) -> state.answer(Acts.another(action, state, resource)))));
            if (resource.fields().containsKey(UPDATED_AT)) {
                faults.add(FaultFamily.fault(
                        operation,
                        "get-changes",
                        UPDATED_AT,
                        "counts as an update",
                        Acts.afterwards((action, state) -> state.object(action)
                                .map(object ->
                                        object.with(UPDATED_AT, Instant.now().toString()))
                                .ifPresent(object -> state.store().put(state.shelf(action), object)))));
            }
            faults.add(FaultFamily.fault(
                    operation,
                    "get-changes",
                    "deletes",
                    "deletes what it shows",
                    Acts.afterwards((action, state) -> state.object(action)
                            .ifPresent(object -> state.store().remove(state.shelf(action), object.id())))));
        }
        if (part.verb() == Verb.TELL && isAboutOne(operation, resource)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "history-for-nobody",
                    "tells of an object that is not there",
                    Defects.granting(Reason.UNKNOWN_OBJECT, call -> true)));
        }
        return faults;
    }

    /** What matches, without the object that was created last. */
    private static List<Kept> older(Action action, State state) {
        var all = state.store().all(state.shelf(action));
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
