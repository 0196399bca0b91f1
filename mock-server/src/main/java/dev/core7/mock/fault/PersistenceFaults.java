package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Verb;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does not store a write: one field, all of it, or the fields it did not name. */
final class PersistenceFaults implements StateFaultFamily {
    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        var faults = new ArrayList<Fault>();
        if (part.verb() == Verb.CREATE || part.verb() == Verb.UPDATE) {
            for (String field : part.resource().writable(operation)) {
                if (!operation.unjudged().containsKey("write-" + field)) {
                    faults.add(lost(operation, part, field));
                    faults.add(answeredOnly(operation, part.resource(), field));
                }
            }
            faults.add(FaultFamily.fault(
                    operation, "write-not-kept", "answers, but keeps nothing", StateFaultBehaviors.forgotten()));
        }
        if (part.verb() == Verb.UPDATE) {
            faults.add(FaultFamily.fault(
                    operation,
                    "update-replaces",
                    "takes what is not sent for what a new object has",
                    StateFaultBehaviors.instead((action, state) -> state.respond(replacing(action, part.resource())))));
        }
        if (part.verb() == Verb.DELETE) {
            faults.add(FaultFamily.fault(
                    operation, "delete-without-effect", "keeps what it deletes", StateFaultBehaviors.forgotten()));
        }
        if (part.verb() == Verb.REFUSE) {
            faults.add(FaultFamily.fault(
                    operation,
                    "delete-deletes",
                    "deletes what it refuses to",
                    StateFaultBehaviors.instead(PersistenceFaults::delete)));
        }
        return faults;
    }

    private static Fault lost(Operation operation, OperationRole part, String field) {
        return FaultFamily.fault(
                operation,
                part.verb() == Verb.CREATE ? "field-lost-on-create" : "field-lost-on-update",
                field,
                "drops " + field,
                StateFaultBehaviors.rerouted((action, state) -> without(action, field)));
    }

    static Action without(Action action, String field) {
        var fewer = new LinkedHashMap<>(action.fields());
        fewer.remove(field);
        return action.withFields(fewer);
    }

    private static Fault answeredOnly(Operation operation, Resource resource, String field) {
        return FaultFamily.fault(
                operation,
                "field-answered-not-kept",
                field,
                "answers " + field + " as it was sent, but keeps what was there",
                StateFaultBehaviors.instead((action, state) -> {
                    var object = state.object(action);
                    var before = object.isPresent() ? object.get().fields().get(field) : resource.initial(field);
                    return state.respond(action).map(reply -> put(reply, action, state, field, before));
                }));
    }

    private static StateResponse put(
            StateResponse reply, Action action, State state, String field, @Nullable Object value) {
        StateFaultBehaviors.written(reply, action, state)
                .ifPresent(written -> state.store().put(state.collection(action), written.with(field, value)));
        return reply;
    }

    private static Action replacing(Action action, Resource resource) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        resource.writable(action.operation()).forEach(field -> all.put(field, resource.initial(field)));
        all.putAll(action.fields());
        return action.withFields(all);
    }

    private static Optional<StateResponse> delete(Action action, State state) {
        state.object(action).map(StoredObject::id).ifPresent(id -> state.store().remove(state.collection(action), id));
        return state.respond(action);
    }
}
