package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.routing.Route;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accepts a method that is not allowed, or refuses it without {@code Allow}. Only on paths of single objects, because the suite must
 * not send other methods to a whole collection.
 */
final class MethodFaults implements FaultFamily {
    private static final String ALLOW = "Allow";
    private static final String ALLOW_MISSING = "allow-missing";

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        if (operation.success().status() == 405) {
            faults.add(
                    ALLOW_MISSING,
                    "responds with 405 without an Allow header",
                    FaultBehaviors.changingResponse(response -> response.withoutHeader(ALLOW)));
        }
        if (operation.pathParameters().size() > 1 && isFirstOfItsPath(operation, contract)) {
            add(faults, "other-method-accepted", "accepts", response -> new MockResponse(200, response.headers(), ""));
            if (refusesWith405(operation, contract)) {
                add(
                        faults,
                        ALLOW_MISSING,
                        "responds with 405 without an Allow header to",
                        response -> response.withoutHeader(ALLOW));
            }
            add(faults, "other-method-500", "responds with 500 to", response -> FaultBehaviors.serverError());
        }
    }

    /** Returns whether other methods get 405; PostHog refuses them with 403 on the paths of collections and objects. */
    private static boolean refusesWith405(Operation operation, Contract contract) {
        return contract.dialect().isEmpty() || !Route.isCollectionOrObject(operation.path());
    }

    /** Returns whether an operation is the first of its path: its name stands for methods that the path does not allow. */
    private static boolean isFirstOfItsPath(Operation operation, Contract contract) {
        return contract.operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }

    private static void add(FaultCollector faults, String kind, String verb, UnaryOperator<MockResponse> change) {
        String path = faults.operation().path();
        var behavior = new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                boolean isOther =
                        refusal.filter(r -> r.reason() == Reason.OTHER_METHOD).isPresent();
                return isOther && request.template().equals(path) ? change.apply(response) : response;
            }
        };
        faults.addForAllRequests(kind, verb + " methods that " + path + " does not allow", () -> behavior);
    }
}
