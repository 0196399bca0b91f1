package dev.core7.mock.handler;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The points at which the active fault, if there is one, changes decisions and responses of the handler. */
public final class FaultHooks {
    private final AtomicReference<@Nullable FaultBehavior> active = new AtomicReference<>();

    /** Activates the behavior of a fault in place of the previous one; null deactivates it. */
    public void activate(@Nullable FaultBehavior behavior) {
        active.set(behavior);
    }

    /** Returns whether no fault is active. */
    public boolean isEmpty() {
        return active.get() == null;
    }

    Optional<Refusal> decideRefusal(Supplier<RequestContext> request, Optional<Refusal> decision) {
        var behavior = active.get();
        return behavior == null ? decision : behavior.decideRefusal(request.get(), decision);
    }

    ObjectRequest changeRequest(ObjectRequest request, State state) {
        var behavior = active.get();
        return behavior == null ? request : behavior.changeRequest(request, state);
    }

    Optional<StateResponse> carryOut(ObjectRequest request, State state) {
        var behavior = active.get();
        return behavior == null ? state.carryOut(request) : behavior.carryOut(request, state);
    }

    MockResponse respond(Supplier<RequestContext> request, Optional<Refusal> refusal, MockResponse granted) {
        var behavior = active.get();
        var correct = refusal.map(Refusal::response).orElse(granted);
        return behavior == null ? correct : behavior.respond(request.get(), refusal, correct);
    }

    /** Returns whether the list of MCP tools lacks a tool. */
    public boolean hidesTool(String tool) {
        var behavior = active.get();
        return behavior != null && behavior.hidesTool(tool);
    }

    /** Returns the response of the API to a call of an MCP tool. */
    public MockResponse respondToTool(String tool, MockResponse correct) {
        var behavior = active.get();
        return behavior == null ? correct : behavior.respondToTool(tool, correct);
    }
}
