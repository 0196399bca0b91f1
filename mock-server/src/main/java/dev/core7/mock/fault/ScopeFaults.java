package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A scope is not demanded, or more or other ones are. */
final class ScopeFaults implements FaultFamily {
    private static final String READ = ":read";
    private static final String WRITE = ":write";

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        var faults = new ArrayList<Fault>();
        for (String scope : operation.scopes()) {
            faults.add(FaultFamily.fault(
                    operation,
                    "scope-not-enforced",
                    scope,
                    "accepts a key without " + scope,
                    FaultBehaviors.granting(Reason.MISSING_SCOPE, call -> holdsAllBut(scope, operation, call))));
            if (scope.endsWith(WRITE)) {
                faults.add(readKeyWrites(operation, scope));
            }
        }
        faults.addAll(tooStrict(operation, contract.scopes()));
        for (String scope : operation.scopes()) {
            others(operation, contract.scopes(), action(scope))
                    .forEach(other -> faults.add(wrong(operation, scope, other)));
        }
        return faults;
    }

    private static Fault readKeyWrites(Operation operation, String scope) {
        String read = object(scope) + READ;
        return FaultFamily.fault(
                operation,
                "read-key-writes",
                scope,
                "accepts " + read + " for " + scope,
                FaultBehaviors.granting(
                        Reason.MISSING_SCOPE, call -> call.holds(read) && holdsAllBut(scope, operation, call)));
    }

    private static List<Fault> tooStrict(Operation operation, Set<String> known) {
        var faults = new ArrayList<Fault>();
        for (String scope : operation.scopes()) {
            if (scope.endsWith(READ)) {
                faults.add(demanding(operation, object(scope) + WRITE));
            }
        }
        others(operation, known, READ).stream().limit(1).forEach(other -> faults.add(demanding(operation, other)));
        faults.add(FaultFamily.fault(
                operation,
                "scope-too-strict",
                "everything",
                "demands a key with every scope",
                FaultBehaviors.refusing(
                        call -> call.holds(MockKey.ALL),
                        PostHogError.denied("This action needs full access.").response())));
        return faults;
    }

    private static Fault demanding(Operation operation, String scope) {
        return FaultFamily.fault(
                operation,
                "scope-too-strict",
                scope,
                "demands " + scope + " besides",
                FaultBehaviors.refusing(
                        call -> call.holds(scope),
                        PostHogError.missingScope(scope).response()));
    }

    private static Fault wrong(Operation operation, String scope, String other) {
        var behavior = new FaultBehavior() {
            @Override
            public Optional<Refusal> decide(RequestContext call, Optional<Refusal> decision) {
                boolean late = decision.isPresent() && decision.get().reason() != Reason.MISSING_SCOPE;
                if (late || call.holds(other) && holdsAllBut(scope, operation, call)) {
                    return late ? decision : Optional.empty();
                }
                return Optional.of(new Refusal(
                        Reason.MISSING_SCOPE, PostHogError.missingScope(other).response()));
            }
        };
        return FaultFamily.fault(
                operation,
                "wrong-scope-accepted",
                scope + "/" + other,
                "demands " + other + " instead of " + scope,
                behavior);
    }

    private static boolean holdsAllBut(String scope, Operation operation, RequestContext call) {
        return operation.scopes().stream().allMatch(needed -> needed.equals(scope) || call.holds(needed));
    }

    /** Scopes for the same action on objects that the operation does not touch. */
    private static List<String> others(Operation operation, Set<String> known, String action) {
        var own = operation.scopes().stream().map(ScopeFaults::object).toList();
        return known.stream()
                .filter(scope -> scope.endsWith(action) && !own.contains(object(scope)))
                .toList();
    }

    private static String object(String scope) {
        return scope.substring(0, scope.lastIndexOf(':'));
    }

    private static String action(String scope) {
        return scope.substring(scope.lastIndexOf(':'));
    }
}
