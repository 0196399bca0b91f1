package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
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

    /** Plays a fault from now on; null: none. */
    void play(@Nullable Fault fault) {
        playing.set(fault == null ? null : fault.defect().get());
    }

    Optional<Refusal> decide(Request request, Route route, Optional<Refusal> decision) {
        var defect = playing.get();
        return defect == null ? decision : defect.decide(Call.of(request, route, scopes), decision);
    }

    ResponseDefinition answer(Request request, Route route, Optional<Refusal> refusal, ResponseDefinition granted) {
        var defect = playing.get();
        var right = refusal.map(r -> r.answer().definition()).orElse(granted);
        if (defect == null) {
            return right;
        }
        var answer = Answer.of(right);
        var changed = defect.answer(Call.of(request, route, scopes), refusal, answer);
        return changed.equals(answer) ? right : changed.definition();
    }
}
