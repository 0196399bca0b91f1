package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import dev.core7.mock.state.State;
import java.util.function.Supplier;

/** Brings the state, if there is one, back to its seeds whenever WireMock's stubs are reset. */
final class SeedsAfterReset implements StubLifecycleListener {
    private final Supplier<PlayedContract> play;

    SeedsAfterReset(Supplier<PlayedContract> play) {
        this.play = play;
    }

    @Override
    public String getName() {
        return "seeds-after-reset";
    }

    @Override
    public void afterStubsReset() {
        play.get().state().ifPresent(State::reset);
    }
}
