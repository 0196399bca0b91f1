package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Accepts a method that is not allowed, or refuses it without {@code Allow}. Only on paths of single objects, because the suite must
 * not try other methods on a whole collection.
 */
final class MethodFaults implements FaultFamily {
    private static final String ALLOW = "Allow";
    private static final String ALLOW_MISSING = "allow-missing";

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        var faults = new ArrayList<Fault>();
        if (operation.success().status() == 405) {
            faults.add(FaultFamily.fault(
                    operation,
                    ALLOW_MISSING,
                    "answers 405 without Allow",
                    FaultBehaviors.onGranted(answer -> answer.withoutHeader(ALLOW))));
        }
        if (operation.pathParameters().size() > 1 && isFirstOfItsPath(operation, contract)) {
            faults.add(onPath(
                    operation,
                    "other-method-accepted",
                    "takes",
                    answer -> new MockResponse(200, answer.headers(), "")));
            faults.add(onPath(
                    operation, ALLOW_MISSING, "answers 405 without Allow to", answer -> answer.withoutHeader(ALLOW)));
            faults.add(onPath(
                    operation,
                    "other-method-500",
                    "answers 500 to",
                    answer -> PostHogError.ofStatus(500).response()));
        }
        return faults;
    }

    /** Returns whether an operation is the first of its path: its name stands for methods that the path does not offer. */
    private static boolean isFirstOfItsPath(Operation operation, Contract contract) {
        return contract.operations().stream()
                .filter(other -> other.path().equals(operation.path()))
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }

    private static Fault onPath(Operation operation, String kind, String verb, UnaryOperator<MockResponse> change) {
        var behavior = new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext call, Optional<Refusal> refusal, MockResponse answer) {
                boolean other =
                        refusal.filter(r -> r.reason() == Reason.OTHER_METHOD).isPresent();
                return other && call.template().equals(operation.path()) ? change.apply(answer) : answer;
            }
        };
        return new Fault(
                operation.id() + "/" + kind,
                operation.id(),
                kind,
                verb + " methods that " + operation.path() + " does not offer",
                () -> behavior);
    }
}
