package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import java.util.List;
import java.util.Optional;

/** Shows objects marked as deleted, hides too many, cannot restore them, or deletes them for good. */
final class SoftDeleteFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        boolean canDelete = role.resource().operations().stream()
                .anyMatch(operation -> operation.body().isPresent());
        if (canDelete) {
            role.resource().hiding().forEach((field, hiddenFrom) -> addTo(faults, role, field, hiddenFrom));
        }
    }

    private static void addTo(FaultCollector faults, OperationRole role, String field, List<String> hiddenFrom) {
        if (role.type() == Type.LIST && hiddenFrom.contains("list")) {
            faults.add(
                    "soft-delete-without-effect",
                    "lists objects that are " + field,
                    StateFaultBehaviors.listing((request, state) ->
                            state.sortAndFilter(request, state.store().all(state.collection(request)))));
        }
        if (role.type() == Type.RETRIEVE && hiddenFrom.contains("retrieve")) {
            faults.add(
                    "soft-delete-without-effect",
                    "returns objects that are " + field,
                    FaultBehaviors.accepting(
                            Reason.UNKNOWN_OBJECT, request -> request.object().isPresent()));
        }
        if (role.type() == Type.RETRIEVE && !hiddenFrom.contains("retrieve")) {
            faults.add("soft-delete-hides-too-much", "does not return objects that are " + field, hiding(field));
        }
        if (role.type() == Type.REFUSE) {
            faults.add(
                    "hidden-object-lost",
                    "deletes objects that are " + field + " although it refuses to",
                    StateFaultBehaviors.changingAfterwards(
                            object -> Optional.of(object).filter(other -> !other.is(field))));
            faults.add("hidden-object-deleted", "accepts the deletion of objects that are " + field, accepting(field));
        }
        if (role.type() == Type.UPDATE
                && role.resource().writable(faults.operation()).contains(field)) {
            faults.add(
                    "restore-without-effect",
                    "ignores an update of " + field + " to false",
                    StateFaultBehaviors.changingRequest((request, state) ->
                            Boolean.FALSE.equals(request.fields().get(field)) ? request.withoutField(field) : request));
        }
    }

    private static FaultBehavior accepting(String field) {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                boolean isHidden =
                        request.object().filter(object -> object.is(field)).isPresent();
                return isHidden && response.status() == 405 ? new MockResponse(204, response.headers(), "") : response;
            }
        };
    }

    private static FaultBehavior hiding(String field) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                return request.object().filter(object -> object.is(field)).isPresent()
                        ? Optional.of(Refusal.of(Reason.UNKNOWN_OBJECT, PostHogError.ofStatus(404)))
                        : decision;
            }
        };
    }
}
