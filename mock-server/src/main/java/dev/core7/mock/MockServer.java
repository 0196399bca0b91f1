package dev.core7.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.mock.state.State;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A local server that replays the contract's examples, holds keys to their scopes and refuses as PostHog does.
 *
 * <p>It is a WireMock server, which starts when it is first needed: its admin API, verification and stubbing stay usable. A
 * stub of the user's wins over the contract's for every request that passes the checks of key, project and scope, and needs
 * no key on a path that the contract does not have.
 */
public final class MockServer implements AutoCloseable {
    /** The path parameters that say where a request goes, not which object it is about. */
    public static final Set<String> PLACES = KnownIds.PLACES;

    private static final List<Map<String, String>> SEEDED_AT_ONCE =
            List.of(KnownIds.place(KnownIds.OWN_PROJECT), KnownIds.place("2"));
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final MockOptions options;
    private final Stage stage = new Stage();
    private final Violations violations = new Violations();
    private final PreferredAnswers preferredAnswers;
    private final AtomicReference<PlayedContract> play;
    private final Optional<Certificate> certificate;
    private final Assembly assembly;

    private MockServer(Contract contract, MockOptions options) {
        this.options = options;
        this.preferredAnswers = new PreferredAnswers(options.preferences());
        this.play = new AtomicReference<>(played(contract));
        this.certificate = options.listening().httpsPort().isPresent()
                ? Optional.of(Certificate.make(options.listening().address()))
                : Optional.empty();
        this.assembly = new Assembly(options, play::get, stage, preferredAnswers, violations, certificate);
    }

    private PlayedContract played(Contract contract) {
        Optional<State> state = options.stateful()
                ? Optional.of(new State(contract, PLACES, SEEDED_AT_ONCE, InstantSource.system()))
                : Optional.empty();
        return new PlayedContract(contract, stage, new Inspector(options.validation()), state);
    }

    /** Starts a mock on a free port that only this machine can reach. */
    public static MockServer start(Contract contract) {
        return start(contract, MockOptions.defaults());
    }

    /**
     * Starts a mock.
     *
     * @throws InputException where it cannot listen there, such as on a port that is in use, or where a preference for all
     *     requests can be followed in none
     */
    public static MockServer start(Contract contract, MockOptions options) {
        options.preferences().check(contract);
        var server = new MockServer(contract, options);
        try {
            server.assembly.jetty().start();
        } catch (FatalStartupException e) {
            throw cannotListen(options, e);
        }
        return server;
    }

    /** The address of the server without a slash at its end, such as {@code http://127.0.0.1:41235}. */
    public String url() {
        return "http://" + host() + ":" + assembly.jetty().port();
    }

    /** The address of the server for HTTPS without a slash at its end; empty: it was not asked for. */
    public Optional<String> httpsUrl() {
        return certificate.map(
                own -> "https://" + host() + ":" + assembly.jetty().httpsPort());
    }

    /** The certificate for HTTPS in PEM, for clients that are to trust it; empty: HTTPS was not asked for. */
    public Optional<String> certificate() {
        return certificate.map(Certificate::pem);
    }

    private String host() {
        String address = options.listening().address();
        String host = address.equals(ANY_ADDRESS) ? "127.0.0.1" : address;
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /**
     * The text of a key that holds these scopes; {@code *} stands for all.
     *
     * @throws InputException where no scope is given, or one that the contract does not know
     */
    public String key(String... wanted) {
        return key(Optional.empty(), wanted);
    }

    /**
     * The text of a key that holds these scopes in one project only.
     *
     * @throws InputException where no scope is given, or one that the contract does not know
     */
    public String keyForProject(String projectId, String... wanted) {
        return key(Optional.of(projectId), wanted);
    }

    private String key(Optional<String> project, String... wanted) {
        String text = new MockKey(List.of(wanted), project).text();
        return MockKey.parse(text, play.get().scopes())
                .orElseThrow(() -> new InputException(text + " is no key of the mock: name at least one of * "
                        + String.join(" ", play.get().scopes())))
                .text();
    }

    /** Plays a fault instead of the one before, from the next request on; null: none, the mock is right again. */
    public void play(@Nullable Fault fault) {
        stage.play(fault);
    }

    /** What broke the contract so far, oldest first, the last thousand at most; empty: nothing did. */
    public List<RequestViolation> violations() {
        return violations.all();
    }

    /**
     * Tells every violation from now on to a listener, too. It is called in a thread that may have to read other requests, so it must
     * not wait for any.
     */
    public void onViolation(Consumer<RequestViolation> listener) {
        violations.listen(listener);
    }

    /** Tells every request that was answered from now on to a listener, which must not wait, as {@link #onViolation}'s. */
    public void onRequest(Consumer<Answered> listener) {
        assembly.log().listen(listener);
    }

    /** Whether the next request of the contract is answered in front of WireMock. */
    boolean isFast() {
        return assembly.isFastLaneOpen();
    }

    /** Whether something has needed WireMock yet. */
    boolean isWireMockStarted() {
        return assembly.isWireMockStarted();
    }

    /**
     * Plays another contract from the next request on, from its seeds on if it keeps state. Stubs of the user stay.
     *
     * @throws InputException where a preference for all requests can be followed in none; the contract before stays
     */
    public void reload(Contract contract) {
        options.preferences().check(contract);
        assembly.wireMock(); // so that it has the contract before, rather than some of both
        play.set(played(contract));
        assembly.stubs().replaceContract();
    }

    /** Makes it as new: without faults, stubs of the user's and memories of requests, and {@link #reset}. */
    public void renew() {
        play(null);
        if (isWireMockStarted()) {
            wireMock().resetAll(); // and with its stubs the seeds
        } else {
            assembly.forgetRequests();
            resetState();
        }
        forget();
    }

    /**
     * Brings the seeds back, if it keeps state, and forgets what was made since, and what broke the contract; chances are
     * drawn as from the start.
     */
    public void reset() {
        resetState();
        forget();
    }

    private void resetState() {
        play.get().state().ifPresent(State::reset);
    }

    private void forget() {
        violations.clear();
        preferredAnswers.reset();
    }

    /**
     * Ids that the mock knows from its start, or again from a reset on: objects of a project by the path segment that lists
     * them, or what all projects share, such as {@code persons} and {@code roles}.
     *
     * @return empty: there are none of that name, or the mock keeps no state
     */
    public List<String> seeded(String projectId, String name) {
        return play.get()
                .state()
                .map(kept -> kept.seeded(KnownIds.place(projectId), name))
                .orElse(List.of());
    }

    /**
     * The WireMock server behind the mock, to add stubs and to verify requests. It is started by this, or by the first request that the
     * contract alone does not decide.
     */
    public WireMockServer wireMock() {
        return assembly.wireMock();
    }

    /** Waits until the server has stopped, whoever stops it. */
    public void join() throws InterruptedException {
        assembly.jetty().join();
    }

    /** Stops the server; what it is answering comes to its end first, if that takes no more than five seconds. */
    @Override
    public void close() {
        assembly.jetty().stop();
    }

    private static InputException cannotListen(MockOptions options, FatalStartupException e) {
        var listening = options.listening();
        // The plain port was opened first; which one was not is said in the message alone.
        var port = listening.httpsPort().stream()
                .filter(https -> String.valueOf(e.getMessage()).endsWith(":" + https))
                .findFirst()
                .orElse(listening.port());
        String place = "port " + port + " of " + listening.address();
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
