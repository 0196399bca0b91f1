package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.Reply;
import dev.core7.mock.state.State;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Where a fault is played: the defect has the last word on every decision and every answer. */
final class Stage {
    private final AtomicReference<@Nullable Defect> playing = new AtomicReference<>();
    private final Set<String> scopes;

    Stage(Set<String> scopes) {
        this.scopes = scopes;
    }

    Set<String> scopes() {
        return scopes;
    }

    /** Plays a fault from now on; null: none. */
    void play(@Nullable Fault fault) {
        playing.set(fault == null ? null : fault.defect().get());
    }

    Optional<Refusal> decide(Request request, Route route, Optional<Kept> object, Optional<Refusal> decision) {
        var defect = playing.get();
        return defect == null ? decision : defect.decide(Call.of(request, route, object, scopes), decision);
    }

    Action reroute(Action action, State state) {
        var defect = playing.get();
        return defect == null ? action : defect.reroute(action, state);
    }

    Optional<Reply> carryOut(Action action, State state) {
        var defect = playing.get();
        return defect == null ? state.answer(action) : defect.carryOut(action, state);
    }

    ResponseDefinition answer(
            Request request,
            Route route,
            Optional<Kept> object,
            Optional<Refusal> refusal,
            ResponseDefinition granted) {
        var defect = playing.get();
        var right = refusal.map(r -> r.answer().definition()).orElse(granted);
        if (defect == null) {
            return right;
        }
        var answer = Answer.of(right);
        var changed = defect.answer(Call.of(request, route, object, scopes), refusal, answer);
        return changed.equals(answer) ? right : changed.definition();
    }
}
