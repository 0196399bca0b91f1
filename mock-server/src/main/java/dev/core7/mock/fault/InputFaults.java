package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;
import java.util.List;

/** Accepts an invalid body, or fails on it with 500. */
final class InputFaults implements FaultFamily {
    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        return List.of(
                FaultFamily.fault(
                        operation,
                        "bad-input-accepted",
                        "accepts any body",
                        FaultBehaviors.granting(Reason.BAD_INPUT, call -> true)),
                FaultFamily.fault(
                        operation,
                        "server-error-on-bad-input",
                        "answers 500 to a wrong body",
                        FaultBehaviors.onRefused(
                                EnumSet.of(Reason.BAD_INPUT),
                                answer -> PostHogError.ofStatus(500).response())));
    }
}
