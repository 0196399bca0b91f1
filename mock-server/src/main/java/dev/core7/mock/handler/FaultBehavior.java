package dev.core7.mock.handler;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import java.util.Optional;

/** What a fault changes, one method for each point at which it can interfere. By default it changes nothing. */
public interface FaultBehavior {
    /**
     * Decides whether a request is refused; called after the check of key and scope, and again after the checks of object and
     * body.
     *
     * @param decision the correct decision; empty: the request is not refused
     */
    default Optional<Refusal> decide(RequestContext request, Optional<Refusal> decision) {
        return decision;
    }

    /**
     * Changes a response before it is sent.
     *
     * @param refusal why the request is refused; empty: it is not
     */
    default MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
        return response;
    }

    /** Redirects a request to other parameters, other fields or another object. Called only if the mock has state. */
    default Action reroute(Action action, State state) {
        return action;
    }

    /**
     * Carries out a request that is not refused. Called only if the mock has state.
     *
     * @return empty if the response is the contract's example
     */
    default Optional<StateResponse> carryOut(Action action, State state) {
        return state.respond(action);
    }

    /** Returns this behavior limited to one operation. */
    default FaultBehavior in(String operationId) {
        var everywhere = this;
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decide(RequestContext request, Optional<Refusal> decision) {
                return request.calls(operationId) ? everywhere.decide(request, decision) : decision;
            }

            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return request.calls(operationId) ? everywhere.respond(request, refusal, response) : response;
            }

            @Override
            public Action reroute(Action action, State state) {
                return action.operation().id().equals(operationId) ? everywhere.reroute(action, state) : action;
            }

            @Override
            public Optional<StateResponse> carryOut(Action action, State state) {
                return action.operation().id().equals(operationId)
                        ? everywhere.carryOut(action, state)
                        : state.respond(action);
            }
        };
    }
}
