package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows objects marked as deleted, hides too many, or cannot restore them. */
final class SoftDeleteFaults implements StateFaultFamily {
    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        var faults = new ArrayList<Fault>();
        boolean canDelete = part.resource().operations().stream()
                .anyMatch(other -> other.body().isPresent());
        part.resource().hiding().forEach((field, places) -> {
            if (canDelete) {
                faults.addAll(faults(operation, part, field, places));
            }
        });
        return faults;
    }

    private static List<Fault> faults(Operation operation, OperationRole part, String field, List<String> places) {
        var faults = new ArrayList<Fault>();
        if (part.verb() == Verb.LIST && places.contains("list")) {
            faults.add(FaultFamily.fault(
                    operation,
                    "soft-delete-without-effect",
                    "lists what is " + field,
                    StateFaultBehaviors.listed((action, state) ->
                            state.matching(action, state.store().all(state.collection(action))))));
        }
        if (part.verb() == Verb.RETRIEVE && places.contains("retrieve")) {
            faults.add(FaultFamily.fault(
                    operation,
                    "soft-delete-without-effect",
                    "answers what is " + field,
                    FaultBehaviors.granting(
                            Reason.UNKNOWN_OBJECT, call -> call.object().isPresent())));
        }
        if (part.verb() == Verb.RETRIEVE && !places.contains("retrieve")) {
            faults.add(FaultFamily.fault(
                    operation, "soft-delete-hides-too-much", "does not find what is " + field, hiding(field)));
        }
        if (part.verb() == Verb.UPDATE && part.resource().writable(operation).contains(field)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "restore-without-effect",
                    "does not take back that something is " + field,
                    StateFaultBehaviors.rerouted((action, state) ->
                            restores(action, field) ? PersistenceFaults.without(action, field) : action)));
        }
        return faults;
    }

    private static boolean restores(Action action, String field) {
        return Boolean.FALSE.equals(action.fields().get(field));
    }

    private static FaultBehavior hiding(String field) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decide(RequestContext call, Optional<Refusal> decision) {
                boolean hidden =
                        call.object().filter(object -> object.is(field)).isPresent();
                return hidden
                        ? Optional.of(new Refusal(
                                Reason.UNKNOWN_OBJECT,
                                PostHogError.ofStatus(404).response()))
                        : decision;
            }
        };
    }
}
