package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
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
    static FaultBehavior changingResponse(UnaryOperator<MockResponse> change) {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isEmpty() ? change.apply(response) : response;
            }
        };
    }

    /** Changes the responses of one media type to requests that are not refused. */
    static FaultBehavior changingResponse(String mediaType, UnaryOperator<MockResponse> change) {
        return changingResponse(response -> response.is(mediaType) ? change.apply(response) : response);
    }

    /** Changes the responses to requests that are refused for one of these reasons. */
    static FaultBehavior changingRefusal(Set<Reason> reasons, UnaryOperator<MockResponse> change) {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isPresent() && reasons.contains(refusal.get().reason())
                        ? change.apply(response)
                        : response;
            }
        };
    }

    /** Responds with 500 to requests that are refused for one of these reasons. */
    static FaultBehavior serverErrorOn(Set<Reason> reasons) {
        return changingRefusal(reasons, response -> serverError());
    }

    /** Returns the response with status 500. */
    static MockResponse serverError() {
        return PostHogError.ofStatus(500).response();
    }

    /** Handles all requests that should be refused for this reason. */
    static FaultBehavior accepting(Reason reason) {
        return accepting(reason, request -> true);
    }

    /** Handles requests that should be refused for this reason, if the predicate allows it. */
    static FaultBehavior accepting(Reason reason, Predicate<RequestContext> allowed) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                return decision.filter(refusal -> refusal.reason() != reason || !allowed.test(request));
            }
        };
    }

    /** Refuses requests that should be handled, as if the key lacked the scope, unless the predicate allows them. */
    static FaultBehavior refusing(Predicate<RequestContext> allowed, PostHogError error) {
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                return decision.isPresent() || allowed.test(request)
                        ? decision
                        : Optional.of(Refusal.of(Reason.MISSING_SCOPE, error));
            }
        };
    }
}
