package dev.core7.mock.handler;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.state.ObjectRequest;
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
    default Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
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

    /** Changes the parameters or fields of a request, or the object that it addresses. Called only if the mock has state. */
    default ObjectRequest changeRequest(ObjectRequest request, State state) {
        return request;
    }

    /**
     * Carries out a request that is not refused. Called only if the mock has state.
     *
     * @return empty if the response is the contract's example
     */
    default Optional<StateResponse> carryOut(ObjectRequest request, State state) {
        return state.carryOut(request);
    }

    /** Returns whether the list of MCP tools lacks a tool. */
    default boolean hidesTool(String tool) {
        return false;
    }

    /** Changes the response of the API to a call of an MCP tool. */
    default MockResponse respondToTool(String tool, MockResponse response) {
        return response;
    }

    /** Returns this behavior limited to one operation. */
    default FaultBehavior limitedTo(String operationId) {
        var everywhere = this;
        return new FaultBehavior() {
            @Override
            public Optional<Refusal> decideRefusal(RequestContext request, Optional<Refusal> decision) {
                return request.calls(operationId) ? everywhere.decideRefusal(request, decision) : decision;
            }

            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return request.calls(operationId) ? everywhere.respond(request, refusal, response) : response;
            }

            @Override
            public ObjectRequest changeRequest(ObjectRequest request, State state) {
                return request.operation().id().equals(operationId)
                        ? everywhere.changeRequest(request, state)
                        : request;
            }

            @Override
            public boolean hidesTool(String tool) {
                return everywhere.hidesTool(tool);
            }

            @Override
            public MockResponse respondToTool(String tool, MockResponse response) {
                return everywhere.respondToTool(tool, response);
            }

            @Override
            public Optional<StateResponse> carryOut(ObjectRequest request, State state) {
                return request.operation().id().equals(operationId)
                        ? everywhere.carryOut(request, state)
                        : state.carryOut(request);
            }
        };
    }
}
