package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;

/** Accepts an invalid key, refuses a valid one, or refuses with a wrong status. */
final class KeyFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        faults.add("no-key-accepted", "accepts requests without a key", FaultBehaviors.accepting(Reason.NO_KEY));
        faults.add("unknown-key-accepted", "accepts unknown keys", FaultBehaviors.accepting(Reason.UNKNOWN_KEY));
        if (operation.path().contains("{project_id}")) {
            faults.add(
                    "foreign-key-accepted",
                    "accepts keys of another project",
                    FaultBehaviors.accepting(
                            Reason.FOREIGN_KEY,
                            request -> operation.scopes().stream().allMatch(request::holds)));
        }
        faults.add(
                "key-refused-always",
                "refuses every key",
                FaultBehaviors.refusing(
                        request -> false, PostHogError.denied("This action does not support personal API keys.")));
        addConfused(faults, "missing-scope", 401, "a key without the scope", Reason.MISSING_SCOPE);
        addConfused(faults, "no-key", 403, "a request without a key", Reason.NO_KEY);
        addConfused(faults, "unknown-key", 403, "an unknown key", Reason.UNKNOWN_KEY);
    }

    private static void addConfused(FaultCollector faults, String variant, int status, String cause, Reason reason) {
        faults.add(
                "status-401-403-confused",
                variant + "-" + status,
                "responds with " + status + " to " + cause,
                FaultBehaviors.changingRefusal(EnumSet.of(reason), response -> response.withStatus(status)));
    }
}
