package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;

/** Accepts an invalid body, or fails on it with 500. */
final class InputFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        if (faults.operation().body().isPresent()) {
            faults.add("bad-input-accepted", "accepts any body", FaultBehaviors.accepting(Reason.BAD_INPUT));
            faults.add(
                    "server-error-on-bad-input",
                    "responds with 500 to an invalid body",
                    FaultBehaviors.serverErrorOn(EnumSet.of(Reason.BAD_INPUT)));
        }
    }
}
