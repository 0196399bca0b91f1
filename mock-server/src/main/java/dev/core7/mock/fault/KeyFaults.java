package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Accepts an invalid key, refuses a valid one, or refuses with a wrong status. */
final class KeyFaults implements FaultFamily {
    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        var faults = new ArrayList<Fault>();
        faults.add(FaultFamily.fault(
                operation, "no-key-accepted", "needs no key", FaultBehaviors.granting(Reason.NO_KEY, call -> true)));
        faults.add(FaultFamily.fault(
                operation,
                "unknown-key-accepted",
                "accepts keys that nobody has",
                FaultBehaviors.granting(Reason.UNKNOWN_KEY, call -> true)));
        if (operation.path().contains("{project_id}")) {
            faults.add(FaultFamily.fault(
                    operation,
                    "foreign-key-accepted",
                    "accepts keys that are limited to another project",
                    FaultBehaviors.granting(Reason.FOREIGN_KEY, call -> holdsAll(operation, call))));
        }
        faults.add(FaultFamily.fault(
                operation,
                "key-refused-always",
                "refuses every key",
                FaultBehaviors.refusing(
                        call -> false,
                        PostHogError.denied("This action does not support personal API keys.")
                                .response())));
        faults.add(confused(operation, "missing-scope", 401, "a key without the scope", Reason.MISSING_SCOPE));
        faults.add(confused(operation, "no-key", 403, "no key", Reason.NO_KEY));
        faults.add(confused(operation, "unknown-key", 403, "an unknown key", Reason.UNKNOWN_KEY));
        return faults;
    }

    private static Fault confused(Operation operation, String variant, int status, String what, Reason reason) {
        return FaultFamily.fault(
                operation,
                "status-401-403-confused",
                variant + "-" + status,
                "answers " + status + " to " + what,
                FaultBehaviors.onRefused(EnumSet.of(reason), answer -> answer.withStatus(status)));
    }

    private static boolean holdsAll(Operation operation, RequestContext call) {
        return operation.scopes().stream().allMatch(call::holds);
    }
}
