package dev.core7.mock;

import dev.core7.mock.state.Action;
import dev.core7.mock.state.Reply;
import dev.core7.mock.state.State;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a fault is played: the defect has the last word on every decision and every answer. */
final class Stage {
    private final AtomicReference<@Nullable Defect> playing = new AtomicReference<>();

    /** Plays a fault from now on; null: none. */
    void play(@Nullable Fault fault) {
        playing.set(fault == null ? null : fault.defect().get());
    }

    boolean isEmpty() {
        return playing.get() == null;
    }

    Optional<Refusal> decide(Supplier<Call> call, Optional<Refusal> decision) {
        var defect = playing.get();
        return defect == null ? decision : defect.decide(call.get(), decision);
    }

    Action reroute(Action action, State state) {
        var defect = playing.get();
        return defect == null ? action : defect.reroute(action, state);
    }

    Optional<Reply> carryOut(Action action, State state) {
        var defect = playing.get();
        return defect == null ? state.answer(action) : defect.carryOut(action, state);
    }

    Answer answer(Supplier<Call> call, Optional<Refusal> refusal, Answer granted) {
        var defect = playing.get();
        var right = refusal.map(Refusal::answer).orElse(granted);
        return defect == null ? right : defect.answer(call.get(), refusal, right);
    }
}
