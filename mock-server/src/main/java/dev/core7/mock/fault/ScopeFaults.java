package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does not require a scope, or requires more or other ones. */
final class ScopeFaults implements FaultFamily {
    private static final String READ = ":read";
    private static final String WRITE = ":write";

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var scopes = faults.operation().scopes();
        for (String scope : scopes) {
            faults.add(
                    "scope-not-enforced",
                    scope,
                    "accepts a key without " + scope,
                    FaultBehaviors.accepting(
                            Reason.MISSING_SCOPE, request -> holdsAllExcept(scope, faults.operation(), request)));
            if (scope.endsWith(WRITE)) {
                addReadKeyWrites(faults, scope);
            }
        }
        addTooStrict(faults, contract.scopes());
        for (String scope : scopes) {
            others(faults.operation(), contract.scopes(), action(scope))
                    .forEach(other -> addWrongScope(faults, scope, other));
        }
    }

    private static void addReadKeyWrites(FaultCollector faults, String scope) {
        String read = object(scope) + READ;
        faults.add(
                "read-key-writes",
                scope,
                "accepts " + read + " instead of " + scope,
                FaultBehaviors.accepting(
                        Reason.MISSING_SCOPE,
                        request -> request.holds(read) && holdsAllExcept(scope, faults.operation(), request)));
    }

    private static void addTooStrict(FaultCollector faults, Set<String> known) {
        for (String scope : faults.operation().scopes()) {
            if (scope.endsWith(READ)) {
                addAlsoRequired(faults, object(scope) + WRITE);
            }
        }
        others(faults.operation(), known, READ).stream().limit(1).forEach(other -> addAlsoRequired(faults, other));
        faults.add(
                "scope-too-strict",
                "everything",
                "requires a key with all scopes",
                FaultBehaviors.refusing(
                        request -> request.holds(MockKey.ALL), PostHogError.denied("This action needs full access.")));
    }

    private static void addAlsoRequired(FaultCollector faults, String scope) {
        faults.add(
                "scope-too-strict",
                scope,
                "also requires " + scope,
                FaultBehaviors.refusing(request -> request.holds(scope), PostHogError.missingScope(scope)));
    }

    private static void addWrongScope(FaultCollector faults, String scope, String other) {
        var behavior = new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                if (decision.isPresent() && decision.get().reason() != Reason.MISSING_SCOPE) {
                    return decision;
                }
                return request.holds(other) && holdsAllExcept(scope, faults.operation(), request)
                        ? Optional.empty()
                        : Optional.of(Refusal.of(Reason.MISSING_SCOPE, PostHogError.missingScope(other)));
            }
        };
        faults.add("wrong-scope-accepted", scope + "/" + other, "requires " + other + " instead of " + scope, behavior);
    }

    private static boolean holdsAllExcept(String scope, Operation operation, RequestContext request) {
        return operation.scopes().stream().allMatch(needed -> needed.equals(scope) || request.holds(needed));
    }

    /** Returns the scopes for the same action on objects that the operation does not use. */
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
