package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.state.State;
import java.util.function.Supplier;

/** Resets the state, if there is one, whenever WireMock's stubs are reset. */
public final class StateResetListener implements StubLifecycleListener {
    private final Supplier<ServedContract> contract;

    /** @param contract the contract that is served now */
    public StateResetListener(Supplier<ServedContract> contract) {
        this.contract = contract;
    }

    @Override
    public String getName() {
        return "seeds-after-reset";
    }

    @Override
    public void afterStubsReset() {
        contract.get().state().ifPresent(State::reset);
    }
}
