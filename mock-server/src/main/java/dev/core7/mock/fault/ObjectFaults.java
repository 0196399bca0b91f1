package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Returns an object that does not exist, or another one than requested, or carries out a refused write. */
final class ObjectFaults implements FaultFamily {
    private static final String ID = "id";

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        var faults = new ArrayList<Fault>();
        if (operation.path().contains("{" + ID + "}") && !operation.success().isError()) {
            faults.add(FaultFamily.fault(
                    operation,
                    "unknown-id-accepted",
                    "finds every object",
                    FaultBehaviors.granting(Reason.UNKNOWN_OBJECT, call -> true)));
            faults.add(FaultFamily.fault(
                    operation,
                    "unknown-id-500",
                    "answers 500 where there is no such object",
                    FaultBehaviors.onRefused(
                            EnumSet.of(Reason.UNKNOWN_OBJECT),
                            answer -> PostHogError.ofStatus(500).response())));
            if (answersId(operation)) {
                faults.add(FaultFamily.fault(
                        operation,
                        "other-object",
                        "answers another object",
                        FaultBehaviors.onGranted(ObjectFaults::other)));
            }
        }
        if (isReadBack(operation, contract)) {
            faults.add(new Fault(
                    operation.id() + "/effect-after-refusal",
                    operation.id(),
                    "effect-after-refusal",
                    "carries out a write although it refuses the key",
                    () -> new RefusedWrite(operation, Reason.ofKey())));
            faults.add(new Fault(
                    operation.id() + "/effect-after-bad-input",
                    operation.id(),
                    "effect-after-bad-input",
                    "carries out a write although it refuses the input",
                    () -> new RefusedWrite(operation, EnumSet.of(Reason.BAD_INPUT))));
        }
        return faults;
    }

    private static boolean answersId(Operation operation) {
        return operation.success().json().stream()
                .anyMatch(json -> json.schema().properties().containsKey(ID));
    }

    private static boolean isReadBack(Operation operation, Contract contract) {
        return operation.body().isPresent()
                && contract.operation("GET", operation.path())
                        .flatMap(read -> read.success().json())
                        .isPresent();
    }

    private static MockResponse other(MockResponse answer) {
        if (!answer.is(MediaType.JSON) || !(JsonEdit.parse(answer.body()) instanceof Map<?, ?> object)) {
            return answer;
        }
        Object id = object.get(ID);
        Object another = id instanceof Integer number ? (Object) (number + 1) : Json.write(id) + "-other";
        return JsonEdit.replace("/" + ID, another).in(answer);
    }
}
