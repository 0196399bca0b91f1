package dev.core7.mock.handler;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.state.Action;
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

    Optional<Refusal> decide(Supplier<RequestContext> request, Optional<Refusal> decision) {
        var behavior = active.get();
        return behavior == null ? decision : behavior.decide(request.get(), decision);
    }

    Action reroute(Action action, State state) {
        var behavior = active.get();
        return behavior == null ? action : behavior.reroute(action, state);
    }

    Optional<StateResponse> carryOut(Action action, State state) {
        var behavior = active.get();
        return behavior == null ? state.respond(action) : behavior.carryOut(action, state);
    }

    MockResponse respond(Supplier<RequestContext> request, Optional<Refusal> refusal, MockResponse granted) {
        var behavior = active.get();
        var correct = refusal.map(Refusal::response).orElse(granted);
        return behavior == null ? correct : behavior.respond(request.get(), refusal, correct);
    }
}
