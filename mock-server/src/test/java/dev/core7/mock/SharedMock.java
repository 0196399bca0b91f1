package dev.core7.mock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** One mock for all tests of a class, without state unless the class restarts it; reset after each test. */
public abstract class SharedMock extends MockTest {
    protected static MockServer mock;

    @BeforeAll
    protected static void startMock() {
        mock = MockServer.start(CONTRACT);
    }

    /** Replaces the mock by one with other options. */
    protected static void restart(MockOptions options) {
        mock.close();
        mock = MockServer.start(CONTRACT, options);
    }

    @AfterEach
    protected void resetMock() {
        mock.resetAll();
    }

    @AfterAll
    protected static void stopMock() {
        mock.close();
    }
}
