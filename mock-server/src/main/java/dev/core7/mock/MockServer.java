package dev.core7.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.mock.state.State;
import java.net.BindException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A local server that replays the contract's examples, holds keys to their scopes and refuses as PostHog does.
 *
 * <p>It is a WireMock server: its admin API, verification and stubbing stay usable. A stub of the user's wins over the
 * contract's for every request that passes the checks of key, project and scope, and needs no key on a path that the
 * contract does not have.
 */
public final class MockServer implements AutoCloseable {
    /** The path parameters that say where a request goes, not which object it is about. */
    public static final Set<String> PLACES = KnownIds.PLACES;

    private static final int REMEMBERED_REQUESTS = 1_000;
    private static final List<Map<String, String>> SEEDED_AT_ONCE =
            List.of(KnownIds.place(KnownIds.OWN_PROJECT), KnownIds.place("2"));
    private static final String ANY_ADDRESS = "0.0.0.0";

    private final WireMockServer wireMock;
    private final MockOptions options;
    private final Set<String> scopes;
    private final Stage stage;
    private final Violations violations = new Violations();
    private final Optional<State> state;

    private MockServer(Contract contract, MockOptions options) {
        this.options = options;
        this.scopes = contract.scopes();
        this.stage = new Stage(scopes);
        this.state = options.stateful()
                ? Optional.of(new State(contract, PLACES, SEEDED_AT_ONCE, InstantSource.system()))
                : Optional.empty();
        this.wireMock = new WireMockServer(configuration(contract, options, violations, stage, state));
    }

    /** Starts a mock on a free port that only this machine can reach. */
    public static MockServer start(Contract contract) {
        return start(contract, MockOptions.defaults());
    }

    /**
     * Starts a mock.
     *
     * @throws InputException where it cannot listen there, such as on a port that is in use
     */
    public static MockServer start(Contract contract, MockOptions options) {
        var server = new MockServer(contract, options);
        try {
            server.wireMock.start();
        } catch (FatalStartupException e) {
            throw cannotListen(options, e);
        }
        return server;
    }

    /** The address of the server without a slash at its end, such as {@code http://127.0.0.1:41235}. */
    public String url() {
        String host = options.bindAddress().equals(ANY_ADDRESS) ? "127.0.0.1" : options.bindAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + wireMock.port();
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
        return MockKey.parse(text, scopes)
                .orElseThrow(() -> new InputException(
                        text + " is no key of the mock: name at least one of * " + String.join(" ", scopes)))
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

    /** Tells every violation from now on to a listener, too; it is called in the thread of the request. */
    public void onViolation(Consumer<RequestViolation> listener) {
        violations.listen(listener);
    }

    /** Brings the seeds back, if it keeps state, and forgets what was made since, and what broke the contract. */
    public void reset() {
        violations.clear();
        state.ifPresent(State::reset);
    }

    /**
     * Ids that the mock knows from its start, or again from a reset on: objects of a project by the path segment that lists
     * them, or what all projects share, such as {@code persons} and {@code roles}.
     *
     * @return empty: there are none of that name, or the mock keeps no state
     */
    public List<String> seeded(String projectId, String name) {
        return state.map(kept -> kept.seeded(KnownIds.place(projectId), name)).orElse(List.of());
    }

    /** The WireMock server behind the mock, to add stubs and to verify requests. */
    public WireMockServer wireMock() {
        return wireMock;
    }

    /** Stops the server. */
    @Override
    public void close() {
        wireMock.stop();
    }

    private static WireMockConfiguration configuration(
            Contract contract, MockOptions options, Violations violations, Stage stage, Optional<State> state) {
        var routes = new Routes(contract);
        var inspector = new Inspector(options.validation());
        var configuration = WireMockConfiguration.options()
                .port(options.port())
                .bindAddress(options.bindAddress())
                .withStores(stores())
                .httpServerFactory(ExactHeaders::new)
                .httpClientFactory(MockServer::proxyClient)
                .extensionScanningEnabled(false)
                .templatingEnabled(false)
                .stubRequestLoggingDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .notMatchedRendererFactory(extensions -> new NothingMatched(inspector, violations))
                .extensions(
                        new ContractMappings(contract, routes),
                        new KeyGuard(routes, contract.scopes(), stage),
                        new ContractAnswers(routes, inspector, violations, stage, state))
                .extensions(services -> List.of(KitDoors.of(services.getAdmin(), () -> contract, violations, state)));
        state.ifPresent(kept -> configuration.extensions(new SeedsAfterReset(kept)));
        return configuration;
    }

    /** Made when a stub of the user's wants a proxy; until then it would only take its time. */
    private static HttpClient proxyClient(
            Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, systemProperties));
    }

    /** No stub files of the directory that the mock happens to run in. */
    private static DefaultStores stores() {
        return new DefaultStores(new ClasspathFileSource("core7-mock")) {
            private final RequestJournalStore journal = new RecentRequests(REMEMBERED_REQUESTS);

            @Override
            public RequestJournalStore getRequestJournalStore() {
                return journal;
            }
        };
    }

    private static InputException cannotListen(MockOptions options, FatalStartupException e) {
        String place = "port " + options.port() + " of " + options.bindAddress();
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
