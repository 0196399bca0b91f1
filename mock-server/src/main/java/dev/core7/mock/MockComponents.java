package dev.core7.mock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ClasspathFileSource;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestListener;
import com.github.tomakehurst.wiremock.http.client.ApacheHttpClientFactory;
import com.github.tomakehurst.wiremock.http.client.HttpClient;
import com.github.tomakehurst.wiremock.http.client.LazyHttpClient;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.store.DefaultStores;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import dev.core7.contract.Lazy;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.jetty.AccessLog;
import dev.core7.mock.jetty.AdminAccessHandler;
import dev.core7.mock.jetty.BadRequestHandler;
import dev.core7.mock.jetty.BodyLimitHandler;
import dev.core7.mock.jetty.FastPathHandler;
import dev.core7.mock.jetty.McpHandler;
import dev.core7.mock.jetty.MockJettyServer;
import dev.core7.mock.jetty.PathNormalizer;
import dev.core7.mock.jetty.SelfSignedCertificate;
import dev.core7.mock.jetty.WireMockHandler;
import dev.core7.mock.preferences.PreferenceResolver;
import dev.core7.mock.validation.RequestValidator;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.wiremock.BoundedRequestJournal;
import dev.core7.mock.wiremock.ContractResponseTransformer;
import dev.core7.mock.wiremock.ContractStubs;
import dev.core7.mock.wiremock.ContractStubsLoader;
import dev.core7.mock.wiremock.KeyGuardFilter;
import dev.core7.mock.wiremock.KitEndpoints;
import dev.core7.mock.wiremock.MappingsFolder;
import dev.core7.mock.wiremock.NoMappingsSource;
import dev.core7.mock.wiremock.NoProxying;
import dev.core7.mock.wiremock.StateResetListener;
import dev.core7.mock.wiremock.StubStore;
import dev.core7.mock.wiremock.UnmatchedRequestRenderer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Creates and connects the components of a mock: Jetty, the fast path, and WireMock, which starts when it is needed. */
final class MockComponents {
    private static final int MAX_REQUESTS = 1_000;
    private static final long MAX_BYTES = 64 << 20;

    /** The accept queue; with Java's default of 50, many simultaneous clients wait for seconds. */
    private static final int ACCEPT_QUEUE = 1_024;

    /** Threads that send bodies in chunks; delayed responses need no thread. */
    private static final int CHUNK_THREADS = 100;

    private final MockOptions options;
    private final Supplier<ServedContract> contract;
    private final FaultHooks faults;
    private final PreferenceResolver preferences;
    private final ViolationJournal violations;
    private final Optional<SelfSignedCertificate> certificate;
    private final BoundedRequestJournal journal = new BoundedRequestJournal(MAX_REQUESTS, MAX_BYTES);
    private final AtomicBoolean hasListeners = new AtomicBoolean();
    private final AccessLog log = new AccessLog();
    private final ContractStubs contractStubs = new ContractStubs();
    private final StubStore stubs;
    private final Optional<MappingsFolder> mappings;
    private final DefaultStores stores;
    private final WireMockConfiguration configuration;
    private final Lazy<WireMockServer> wireMock = new Lazy<>(this::startWireMock);
    private final MockJettyServer jetty;

    MockComponents(
            MockOptions options,
            Supplier<ServedContract> contract,
            FaultHooks faults,
            PreferenceResolver preferences,
            ViolationJournal violations,
            Optional<SelfSignedCertificate> certificate) {
        this.options = options;
        this.contract = contract;
        this.faults = faults;
        this.preferences = preferences;
        this.violations = violations;
        this.certificate = certificate;
        this.stubs = new StubStore(contract, contractStubs);
        this.mappings = options.customization().mappings().map(MappingsFolder::new);
        this.stores = stores(stubs, journal, mappings.map(MappingsFolder::files));
        this.configuration = configuration();
        this.jetty = new MockJettyServer(configuration, front(), fastPath(), new WireMockHandler(wireMock), log);
    }

    /** Returns the store of WireMock's stubs. */
    StubStore stubs() {
        return stubs;
    }

    /** Returns the log of requests. */
    AccessLog log() {
        return log;
    }

    /** Returns the server. */
    MockJettyServer jetty() {
        return jetty;
    }

    /** Returns WireMock and starts it if no request has done so. */
    WireMockServer wireMock() {
        return wireMock.get();
    }

    /** Removes all recorded requests. */
    void clearJournal() {
        journal.clear();
    }

    /** Returns whether WireMock has been started. */
    boolean isWireMockStarted() {
        return wireMock.isCreated();
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
                .port(options.network().port())
                .bindAddress(options.network().address())
                .jettyAcceptQueueSize(ACCEPT_QUEUE)
                .withStores(stores)
                .mappingSource(mappings.<MappingsSource>map(folder -> folder).orElseGet(NoMappingsSource::new))
                .httpServerFactory((all, admin, stubHandler) -> jetty().with(admin, stubHandler))
                .httpClientFactory(options.network().proxying() ? MockComponents::proxyClient : NoProxying::client)
                .extensionScanningEnabled(false)
                .disableOptimizeXmlFactoriesLoading(true)
                .templatingEnabled(mappings.isPresent())
                .globalTemplating(false)
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(CHUNK_THREADS)
                .stubRequestLoggingDisabled(true)
                .stubCorsEnabled(true)
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .notMatchedRendererFactory(extensions ->
                        new UnmatchedRequestRenderer(new RequestValidator(options.validation()), violations))
                .extensions(
                        new ContractStubsLoader(contract, contractStubs),
                        new KeyGuardFilter(contract),
                        new ContractResponseTransformer(contract, preferences, violations),
                        new StateResetListener(contract))
                .extensions(services -> List.of(KitEndpoints.of(
                        services.getAdmin(), contract, violations, certificate.map(SelfSignedCertificate::pem))));
        certificate.ifPresent(own -> configuration
                .httpsPort(options.network().httpsPort().orElseThrow())
                .keystorePath(own.keyStore().toString())
                .keystoreType("PKCS12")
                .keystorePassword(own.password())
                .keyManagerPassword(own.password()));
        return configuration;
    }

    /** Returns the handlers in front of the fast path, in order. */
    private List<HandlerWrapper> front() {
        return List.of(
                new BadRequestHandler(),
                new PathNormalizer(),
                new AdminAccessHandler(
                        options.network().adminToken(), options.network().allowedHosts()),
                new BodyLimitHandler(),
                new McpHandler(contract, faults, violations, journal, contractStubs));
    }

    private FastPathHandler fastPath() {
        return new FastPathHandler(contract, this::isFastPathOpen, violations, journal, contractStubs);
    }

    /** Returns whether WireMock would use the contract's stubs only, without faults, delays or listeners. */
    boolean isFastPathOpen() {
        var settings = stores.getSettingsStore().get();
        return mappings.isEmpty()
                && stubs.isUnmodified()
                && faults.isEmpty()
                && preferences.areInHeadersOnly()
                && settings.getFixedDelay() == null
                && settings.getDelayDistribution() == null
                && !hasListeners.get();
    }

    /** Creates the client for proxy stubs on first use, because creating it takes time. */
    private static HttpClient proxyClient(
            Options options, boolean trustAll, List<String> trusted, boolean systemProperties) {
        return new LazyHttpClient(
                () -> new ApacheHttpClientFactory().buildHttpClient(options, trustAll, trusted, systemProperties));
    }

    /** Returns WireMock's stores with the mock's stubs and journal, and files of the user's folder only. */
    private static DefaultStores stores(
            StubMappingStore stubs, RequestJournalStore journal, Optional<FileSource> files) {
        return new DefaultStores(files.orElseGet(() -> new ClasspathFileSource("core7-mock"))) {
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
