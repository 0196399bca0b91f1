package dev.core7.mock.junit;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.RequestViolation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A mock in a JUnit test, for a field with {@code @RegisterExtension}: it is as new before each test, and fails a test
 * whose requests broke the contract. In a static field it starts once, and stops when all tests are over; else it stops after the test.
 */
public final class PostHogMock implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PostHogMock.class);

    private final Contract contract;
    private final MockOptions options;
    private @Nullable MockServer running;
    private boolean allowsViolations;

    private PostHogMock(Contract contract, MockOptions options) {
        this.contract = contract;
        this.options = options;
    }

    /** Starts a mock that replays the contract's examples. */
    public static PostHogMock start() {
        return start(MockOptions.defaults());
    }

    /** Starts a mock with other options, such as one that keeps state. */
    public static PostHogMock start(MockOptions options) {
        return start(ContractReader.bundled(), options);
    }

    /** Starts a mock of another contract. */
    public static PostHogMock start(Contract contract, MockOptions options) {
        var mock = new PostHogMock(contract, options);
        mock.server();
        return mock;
    }

    /** Fails no test from now on. */
    public PostHogMock allowingViolations() {
        allowsViolations = true;
        return this;
    }

    /** The address of the server without a slash at its end. */
    public String url() {
        return server().url();
    }

    /** The text of a key that holds these scopes; {@code *} stands for all. */
    public String key(String... scopes) {
        return server().key(scopes);
    }

    /** What broke the contract in this test so far, oldest first. */
    public List<RequestViolation> violations() {
        return server().violations();
    }

    /** The WireMock server behind the mock, to add stubs, which win over the contract's, and to verify requests. */
    public WireMockServer wireMock() {
        return server().wireMock();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        stopWith(context.getRoot());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (context.getRoot().getStore(NAMESPACE).get(this) == null) {
            stopWith(context);
        }
        server().renew();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var violations = violations();
        if (!allowsViolations && !violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(violation -> "\n  " + violation)
                    .collect(Collectors.joining("", "requests broke the contract:", "")));
        }
    }

    /** JUnit closes what it keeps in a store when that is over. */
    private void stopWith(ExtensionContext context) {
        context.getStore(NAMESPACE).put(this, (AutoCloseable) this::stop);
    }

    /** Starts again where tests that ran before, in the same process, stopped it. */
    private synchronized MockServer server() {
        if (running == null) {
            running = MockServer.start(contract, options);
        }
        return running;
    }

    private synchronized void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
