package dev.core7.mock;

import dev.core7.contract.Contract;
import org.junit.jupiter.api.AfterEach;

/** A new mock for each test, without state unless the test restarts it. */
public abstract class FreshMock extends MockTest {
    protected MockServer mock;

    protected FreshMock() {
        this(MockOptions.defaults());
    }

    protected FreshMock(MockOptions options) {
        mock = MockServer.start(CONTRACT, options);
    }

    /** Replaces the mock by one with other options. */
    protected void restart(MockOptions options) {
        restart(CONTRACT, options);
    }

    /** Replaces the mock by one of another contract. */
    protected void restart(Contract contract, MockOptions options) {
        mock.close();
        mock = MockServer.start(contract, options);
    }

    @AfterEach
    protected void stopMock() {
        mock.close();
    }
}
