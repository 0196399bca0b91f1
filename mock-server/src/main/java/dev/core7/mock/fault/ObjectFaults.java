package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Returns an object that does not exist, or another one than requested, or carries out a refused write. */
final class ObjectFaults implements FaultFamily {
    private static final String ID = "id";

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        if (operation.path().contains("{" + ID + "}") && !operation.success().isError()) {
            faults.add(
                    "unknown-id-accepted",
                    "accepts ids of objects that do not exist",
                    FaultBehaviors.accepting(Reason.UNKNOWN_OBJECT));
            faults.add(
                    "unknown-id-500",
                    "responds with 500 if the object does not exist",
                    FaultBehaviors.serverErrorOn(EnumSet.of(Reason.UNKNOWN_OBJECT)));
            if (returnsId(operation)) {
                faults.add(
                        "other-object",
                        "returns the id of another object",
                        FaultBehaviors.changingResponse(ObjectFaults::withOtherId));
            }
        }
        if (isReadBack(operation, contract)) {
            addEffect(faults, "effect-after-refusal", "the key", Reason.ofKey());
            addEffect(faults, "effect-after-bad-input", "the input", EnumSet.of(Reason.BAD_INPUT));
        }
    }

    private static void addEffect(FaultCollector faults, String kind, String refused, Set<Reason> reasons) {
        faults.addForAllRequests(
                kind,
                "carries out a write although it refuses " + refused,
                () -> new RefusedWrite(faults.operation(), reasons));
    }

    private static boolean returnsId(Operation operation) {
        return operation.success().json().stream()
                .anyMatch(json -> json.schema().properties().containsKey(ID));
    }

    private static boolean isReadBack(Operation operation, Contract contract) {
        return operation.body().isPresent()
                && contract.operation("GET", operation.path())
                        .flatMap(read -> read.success().json())
                        .isPresent();
    }

    private static MockResponse withOtherId(MockResponse response) {
        if (!response.is(MediaType.JSON) || !(JsonEdit.parse(response.body()) instanceof Map<?, ?> object)) {
            return response;
        }
        Object id = object.get(ID);
        Object other = id instanceof Integer number ? (Object) (number + 1) : Json.write(id) + "-other";
        return JsonEdit.replace("/" + ID, other).in(response);
    }
}
