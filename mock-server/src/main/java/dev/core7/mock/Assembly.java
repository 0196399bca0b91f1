package dev.core7.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestListener;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import dev.core7.contract.Once;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Puts the parts of a mock together to one server: Jetty with the mock's handlers, and WireMock behind them once it is needed. */
final class Assembly {
    private static final int MAX_REQUESTS = 1_000;
    private static final long MAX_BYTES = 64 << 20;

    /** How many connections may wait to be taken; the system's own limit, 50 in Java, makes a crowd wait for seconds. */
    private static final int MAX_WAITING = 1_024;

    /** How many bodies may be sent in pieces at once; answers that are only delayed wait in no thread. */
    private static final int MAX_DRIBBLING = 100;

    private final MockOptions options;
    private final Supplier<PlayedContract> play;
    private final Stage stage;
    private final PreferredAnswers preferredAnswers;
    private final Violations violations;
    private final Optional<Certificate> certificate;
    private final RecentRequests journal = new RecentRequests(MAX_REQUESTS, MAX_BYTES);
    private final AtomicBoolean hasListeners = new AtomicBoolean();
    private final AccessLog log = new AccessLog();
    private final Stubs stubs;
    private final DefaultStores stores;
    private final WireMockConfiguration configuration;
    private final Once<WireMockServer> wireMock = new Once<>(this::startWireMock);
    private final MockJetty jetty;

    Assembly(
            MockOptions options,
            Supplier<PlayedContract> play,
            Stage stage,
            PreferredAnswers preferredAnswers,
            Violations violations,
            Optional<Certificate> certificate) {
        this.options = options;
        this.play = play;
        this.stage = stage;
        this.preferredAnswers = preferredAnswers;
        this.violations = violations;
        this.certificate = certificate;
        this.stubs = new Stubs(play);
        this.stores = stores(stubs, journal);
        this.configuration = configuration();
        this.jetty = new MockJetty(configuration, front(), lane(), new WireMockBehind(wireMock), log);
    }

    Stubs stubs() {
        return stubs;
    }

    AccessLog log() {
        return log;
    }

    MockJetty jetty() {
        return jetty;
    }

    /** WireMock, which is started here unless a request has started it. */
    WireMockServer wireMock() {
        return wireMock.get();
    }

    void forgetRequests() {
        journal.clear();
    }

    boolean isWireMockStarted() {
        return wireMock.isMade();
    }

    private WireMockServer startWireMock() {
        return new WireMockServer(configuration) {
            @Override
            public void addMockServiceRequestListener(RequestListener listener) {
                hasListeners.set(true);
                super.addMockServiceRequestListener(listener);
            }
        };
    }

    private WireMockConfiguration configuration() {
        var configuration = WireMockConfiguration.options()
                .port(options.listening().port())
                .bindAddress(options.listening().address())
                .jettyAcceptQueueSize(MAX_WAITING)
                .withStores(stores)
                .mappingSource(new NoStubFiles())
                .httpServerFactory((all, admin, stubHandler) -> jetty().with(admin, stubHandler))
                .httpClientFactory(Assembly::proxyClient)
                .extensionScanningEnabled(false)
                .disableOptimizeXmlFactoriesLoading(true)
                .templatingEnabled(false)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(MAX_DRIBBLING)
                .stubRequestLoggingDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .notMatchedRendererFactory(
                        extensions -> new NothingMatched(new Inspector(options.validation()), violations))
                .extensions(
                        new ContractMappings(play),
                        new BeforeStubs(play),
                        new BehindStubs(play, preferredAnswers, violations),
                        new SeedsAfterReset(play))
                .extensions(services -> List.of(KitDoors.of(services.getAdmin(), play, violations, certificate)));
        certificate.ifPresent(own -> configuration
                .httpsPort(options.listening().httpsPort().orElseThrow())
                .keystorePath(own.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(own.password())
                .keyManagerPassword(own.password()));
        return configuration;
    }

    /** In the order in which a request meets them. */
    private List<HandlerWrapper> front() {
        return List.of(new Malformed(), new AdminFence(options.listening().adminToken()), new BodyLimit());
    }

    private FastLane lane() {
        return new FastLane(play, this::isFastLaneOpen, violations, journal);
    }

    /** Whether nothing asks for more of WireMock than the contract's stubs. */
    boolean isFastLaneOpen() {
        var settings = stores.getSettingsStore().get();
        return stubs.areUntouched()
                && stage.isEmpty()
                && preferredAnswers.areOfHeadersOnly()
                && settings.getFixedDelay() == null
                && settings.getDelayDistribution() == null
                && !hasListeners.get();
    }

    /** Made when a stub of the user's wants a proxy; until then it would only take its time. */
    private static HttpClient proxyClient(
            Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, systemProperties));
    }

    /** Without the files of the directory that the mock happens to run in. */
    private static DefaultStores stores(StubMappingStore stubs, RequestJournalStore journal) {
        return new DefaultStores(new ClasspathFileSource("core7-mock")) {
            @Override
            public StubMappingStore getStubStore() {
                return stubs;
            }

            @Override
            public RequestJournalStore getRequestJournalStore() {
                return journal;
            }
        };
    }
}
