package dev.core7.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.fault.Fault;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.jetty.AccessLogEntry;
import dev.core7.mock.jetty.SelfSignedCertificate;
import dev.core7.mock.preferences.PreferenceResolver;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.state.State;
import dev.core7.mock.validation.RequestViolation;
import dev.core7.mock.validation.ViolationJournal;
import java.net.BindException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A local server that responds with the contract's examples, checks keys and their scopes, and refuses requests as PostHog does.
 *
 * <p>Behind it is a WireMock server that starts lazily, with its admin API, verification and stubbing. A user's stub takes
 * precedence over the contract's for every request that passes the checks of key, project and scope. Stubs for paths outside the
 * contract require no key.
 */
public final class MockServer implements AutoCloseable {
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final MockOptions options;
    private final FaultHooks faults = new FaultHooks();
    private final ViolationJournal violations = new ViolationJournal();
    private final PreferenceResolver preferences;
    private final ContractPreparation preparation;
    private final AtomicReference<ServedContract> served;
    private final Optional<SelfSignedCertificate> certificate;
    private final MockComponents components;

    private MockServer(Contract contract, MockOptions options) {
        this.options = options;
        this.preferences = new PreferenceResolver(options.preferences());
        this.preparation = new ContractPreparation(options, faults);
        options.customization()
                .allowed()
                .forEach((operation, fields) -> fields.forEach(field -> preparation.allow(contract, operation, field)));
        this.served = new AtomicReference<>(preparation.prepare(contract));
        this.certificate = options.network().httpsPort().isPresent()
                ? Optional.of(SelfSignedCertificate.create(options.network().address()))
                : Optional.empty();
        this.components = new MockComponents(options, served::get, faults, preferences, violations, certificate);
    }

    /** Starts a mock on a free port that only this machine can reach. */
    public static MockServer start(Contract contract) {
        return start(contract, MockOptions.defaults());
    }

    /**
     * Starts a mock.
     *
     * @throws InputException if it cannot listen, such as on a port in use, if no operation of the contract supports one of the
     *     preferences, or if the folder of stubs or the file of seeds is invalid
     */
    public static MockServer start(Contract contract, MockOptions options) {
        options.preferences().check(contract);
        var server = new MockServer(contract, options);
        try {
            server.components.jetty().start();
        } catch (FatalStartupException e) {
            throw cannotListen(options, e);
        }
        return server;
    }

    /** Returns the base URL without a trailing slash, such as {@code http://127.0.0.1:41235}. */
    public String url() {
        return "http://" + host() + ":" + components.jetty().port();
    }

    /** Returns the base URL for HTTPS without a trailing slash; empty if HTTPS is not enabled. */
    public Optional<String> httpsUrl() {
        return certificate.map(
                own -> "https://" + host() + ":" + components.jetty().httpsPort());
    }

    /** Returns the certificate for HTTPS in PEM, for clients to trust; empty if HTTPS is not enabled. */
    public Optional<String> certificate() {
        return certificate.map(SelfSignedCertificate::pem);
    }

    private String host() {
        String address = options.network().address();
        String host = address.equals(ANY_ADDRESS) ? "127.0.0.1" : address;
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /**
     * Returns the text of a key with these scopes; {@code *} means all scopes.
     *
     * @throws InputException if no scope is given, or one that the contract does not have
     */
    public String key(String... scopes) {
        return key(Optional.empty(), scopes);
    }

    /**
     * Returns the text of a key with these scopes in one project only.
     *
     * @throws InputException if no scope is given, or one that the contract does not have
     */
    public String keyForProject(String projectId, String... scopes) {
        return key(Optional.of(projectId), scopes);
    }

    /** Returns the text of a key that had these scopes, and was revoked: the mock refuses it. */
    public String revokedKey(String... scopes) {
        key(scopes);
        return MockKey.revoked(List.of(scopes));
    }

    private String key(Optional<String> project, String... scopes) {
        String text = new MockKey(List.of(scopes), project).text();
        return served.get()
                .key(text)
                .filter(key -> scopes.length > 0)
                .orElseThrow(
                        () -> new InputException(text + " is not a key of the mock: give at least one of the scopes * "
                                + String.join(" ", served.get().scopes())))
                .text();
    }

    /** Activates a fault from the next request on, in place of the previous one; null deactivates it. */
    public void activate(@Nullable Fault fault) {
        faults.activate(fault == null ? null : fault.behavior().get());
    }

    /**
     * Accepts a request field that the contract does not have, from the next request on. The mock stores it.
     *
     * @throws InputException if the contract has no such operation
     */
    public void allow(String operationId, String field) {
        preparation.allow(served.get().contract(), operationId, field);
    }

    /** Returns the violations of the contract so far, oldest first, at most the last thousand. */
    public List<RequestViolation> violations() {
        return violations.all();
    }

    /**
     * Adds a listener for future violations. It runs on a server thread and must not block.
     */
    public void onViolation(Consumer<RequestViolation> listener) {
        violations.listen(listener);
    }

    /** Adds a listener for future requests. It must not block, like that of {@link #onViolation}. */
    public void onRequest(Consumer<AccessLogEntry> listener) {
        components.log().listen(listener);
    }

    /** Returns whether the fast path would handle the next request to a path of the contract. */
    boolean isFast() {
        return components.isFastPathOpen();
    }

    /** Returns whether WireMock has been started. */
    boolean isWireMockStarted() {
        return components.isWireMockStarted();
    }

    /**
     * Replaces the contract from the next request on, with its seeds if the mock has state. The user's stubs stay.
     *
     * @throws InputException if no operation of the contract supports one of the preferences; the previous contract stays
     */
    public void replaceContract(Contract contract) {
        options.preferences().check(contract);
        components.wireMock(); // Starts it now: during the replacement it could load stubs of both contracts.
        served.set(preparation.prepare(contract));
        components.stubs().replaceContract();
    }

    /** Removes the fault, user stubs and recorded requests, and calls {@link #resetState}. */
    public void resetAll() {
        activate(null);
        if (isWireMockStarted()) {
            wireMock().resetAll(); // This also resets the state.
        } else {
            components.clearJournal();
            resetStoredObjects();
        }
        clear();
    }

    /**
     * Resets stored objects to their seeds, clears the violations, and restarts the random numbers for preferences with {@code
     * chance}.
     */
    public void resetState() {
        resetStoredObjects();
        clear();
    }

    private void resetStoredObjects() {
        served.get().state().ifPresent(State::reset);
    }

    private void clear() {
        violations.clear();
        preferences.reset();
    }

    /**
     * Returns the ids of seeds: objects of a project by the path segment that lists them, or what all projects share, such as
     * {@code persons} and {@code roles}.
     *
     * @return empty if there are none of that name, or the mock has no state
     */
    public List<String> seedIds(String projectId, String name) {
        return served.get()
                .state()
                .map(state -> state.seedIds(KnownIds.parents(projectId), name))
                .orElse(List.of());
    }

    /**
     * Returns the WireMock server behind the mock, to add stubs and to verify requests. Starts WireMock if no request has done so.
     */
    public WireMockServer wireMock() {
        return components.wireMock();
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        components.jetty().join();
    }

    /** Stops the server. Responses in progress are completed first, within five seconds. */
    @Override
    public void close() {
        components.jetty().stop();
    }

    private static InputException cannotListen(MockOptions options, FatalStartupException e) {
        var network = options.network();
        // Only the message contains the port that failed.
        var port = network.httpsPort().stream()
                .filter(https -> String.valueOf(e.getMessage()).endsWith(":" + https))
                .findFirst()
                .orElse(network.port());
        String place = "port " + port + " of " + network.address();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException bind
                    && String.valueOf(bind.getMessage()).contains("in use")) {
                return new InputException(
                        place + " is in use: stop what listens there, or choose another port (0: any free one)", e);
            }
        }
        return new InputException("the mock cannot listen on " + place + ": give an address of this machine", e);
    }
}
