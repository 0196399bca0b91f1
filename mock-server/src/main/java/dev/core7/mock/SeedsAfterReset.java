package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import dev.core7.mock.state.State;

/** Brings the state back to its seeds whenever WireMock's stubs are reset. */
final class SeedsAfterReset implements StubLifecycleListener {
    private final State state;

    SeedsAfterReset(State state) {
        this.state = state;
    }

    @Override
    public String getName() {
        return "seeds-after-reset";
    }

    @Override
    public void afterStubsReset() {
        state.reset();
    }
}
