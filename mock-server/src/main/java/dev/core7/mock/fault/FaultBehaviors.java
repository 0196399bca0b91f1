package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Creates behaviors that change decisions or responses. */
final class FaultBehaviors {
    private FaultBehaviors() {}

    /** Changes the responses to requests that are not refused. */
    static FaultBehavior onGranted(UnaryOperator<MockResponse> change) {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isEmpty() ? change.apply(response) : response;
            }
        };
    }

    /** Changes the responses to requests that are refused for one of these reasons. */
    static FaultBehavior onRefused(Set<Reason> reasons, UnaryOperator<MockResponse> change) {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isPresent() && reasons.contains(refusal.get().reason())
                        ? change.apply(response)
                        : response;
            }
        };
    }

    /** Handles requests that should be refused for this reason, if the predicate allows it. */
    static FaultBehavior granting(Reason reason, Predicate<RequestContext> allowed) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decide(RequestContext request, Optional<Refusal> decision) {
                return decision.filter(refusal -> refusal.reason() != reason || !allowed.test(request));
            }
        };
    }

    /** Refuses requests that should be handled, as if the key lacked the scope, unless the predicate allows them. */
    static FaultBehavior refusing(Predicate<RequestContext> allowed, MockResponse response) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decide(RequestContext request, Optional<Refusal> decision) {
                return decision.isPresent() || allowed.test(request)
                        ? decision
                        : Optional.of(new Refusal(Reason.MISSING_SCOPE, response));
            }
        };
    }
}
