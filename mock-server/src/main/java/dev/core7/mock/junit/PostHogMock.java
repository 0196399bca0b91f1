package dev.core7.mock.junit;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.validation.RequestViolation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A mock for a field with {@code @RegisterExtension} in a JUnit test. It is reset before each test, and fails a test with a request
 * that PostHog refuses because it violates the contract. In a static field it runs until the end of all tests, otherwise until the end of the test.
 */
public final class PostHogMock implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PostHogMock.class);

    private final Contract contract;
    private MockOptions options;
    private @Nullable MockServer running;
    private boolean allowsViolations;
    private boolean isStrict;

    private PostHogMock(Contract contract, MockOptions options) {
        this.contract = contract;
        this.options = options;
    }

    /** Starts a mock that responds with the contract's examples. */
    public static PostHogMock start() {
        return start(MockOptions.defaults());
    }

    /** Starts a mock with other options, such as one with state. */
    public static PostHogMock start(MockOptions options) {
        return start(ContractReader.bundled(), options);
    }

    /** Starts a mock of another contract. */
    public static PostHogMock start(Contract contract, MockOptions options) {
        var mock = new PostHogMock(contract, options);
        mock.server();
        return mock;
    }

    /** Lets tests pass although their requests violate the contract. */
    public PostHogMock allowingViolations() {
        allowsViolations = true;
        return this;
    }

    /** Lets tests also fail if a request violates the contract in a way that PostHog tolerates, such as an unknown field. */
    public PostHogMock strict() {
        isStrict = true;
        return this;
    }

    /**
     * Allows a request field that the contract does not have, such as one that PostHog added later. The mock stores it.
     *
     * @throws InputException if the contract has no such operation
     */
    public PostHogMock allowing(String operationId, String field) {
        options = options.allowing(operationId, field);
        server().allow(operationId, field);
        return this;
    }

    /** Returns the base URL without a trailing slash. */
    public String url() {
        return server().url();
    }

    /** Returns the text of a key with these scopes; {@code *} means all scopes. */
    public String key(String... scopes) {
        return server().key(scopes);
    }

    /** Returns the violations of the contract in this test so far, oldest first. */
    public List<RequestViolation> violations() {
        return server().violations();
    }

    /** Returns the WireMock server behind the mock, to verify requests and to add stubs, which take precedence over the contract's. */
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
        server().resetAll();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var violations = violations().stream()
                .filter(violation -> isStrict || violation.refused())
                .toList();
        if (!allowsViolations && !violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(violation -> "\n  " + violation)
                    .collect(Collectors.joining("", "requests violated the contract:", "")));
        }
    }

    /** Registers the mock in a store, which JUnit closes at the end of its context. */
    private void stopWith(ExtensionContext context) {
        context.getStore(NAMESPACE).put(this, (AutoCloseable) this::stop);
    }

    /** Returns the running server; starts a new one if earlier tests in the same process stopped it. */
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
