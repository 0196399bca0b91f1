package dev.core7.mock.jetty;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import dev.core7.mock.wiremock.MaskingAdminHandler;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.ConnectionFactory;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;
import wiremock.org.eclipse.jetty.servlet.ServletContextHandler;
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * WireMock's Jetty server with the mock's handlers in front. It caches header values case-sensitively: by default, Jetty reads
 * {@code bearer x} as {@code Bearer x} if the latter was sent first on the same connection.
 */
public final class MockJettyServer extends Jetty11HttpServer {
    /** How long {@link #stop} waits for responses in progress. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    /** Threads per port that read requests and handle them on the fast path: half of the cores, the rest is left to clients. */
    private static final int SELECTORS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));

    /** Threads that may wait for slow clients and servers at the same time; they are created when they are needed. */
    private static final int BLOCKING_THREADS = 400;

    private final InFlightRequests inFlight = new InFlightRequests();
    private final FastPathHandler fastPath;
    private final WireMockHandler wireMock;

    /** Threads that may block: for a body, for a proxied server, for other actions of WireMock. */
    private final QueuedThreadPool blocking;

    /**
     * Creates a server without WireMock.
     *
     * @param front the handlers in front of the fast path, in order
     */
    public MockJettyServer(
            Options options,
            List<HandlerWrapper> front,
            FastPathHandler fastPath,
            WireMockHandler wireMock,
            RequestLog log) {
        super(options, null, null);
        this.fastPath = fastPath;
        this.wireMock = wireMock;
        fastPath.setHandler(wireMock);
        Handler next = fastPath;
        for (int i = front.size() - 1; i >= 0; i--) {
            front.get(i).setHandler(next);
            next = front.get(i);
        }
        inFlight.setHandler(next);
        jettyServer.setHandler(inFlight);
        for (Connector connector : jettyServer.getConnectors()) {
            ((ServerConnector) connector).addBean(inFlight, false);
        }
        jettyServer.setErrorHandler(new JettyErrorHandler());
        jettyServer.setRequestLog(log);
        blocking = new QueuedThreadPool(BLOCKING_THREADS, 0);
        blocking.setName("blocking");
        jettyServer.addBean(blocking);
    }

    /** Installs WireMock's handlers behind the fast path. */
    public MockJettyServer with(AdminRequestHandler admin, StubRequestHandler stubs) {
        var factory = new HandlerFactory(options, admin, stubs);
        scheduledExecutorService = factory.delays();
        wireMock.install(factory.handler());
        return this;
    }

    /** Returns no handlers, because WireMock is installed later. */
    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new HandlerCollection();
    }

    /** A server that is never started, because WireMock creates its handlers only inside a server. */
    private static final class HandlerFactory extends Jetty11HttpServer {
        HandlerFactory(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            super(options, admin, stubs);
        }

        /** Returns the executor that sends delayed responses; the caller must stop it. */
        ScheduledExecutorService delays() {
            return scheduledExecutorService;
        }

        @Override
        protected void decorateMockServiceContextAfterConfig(ServletContextHandler stubs) {
            stubs.setErrorHandler(new JettyErrorHandler(Optional.of(stubs.getErrorHandler())));
        }

        @Override
        protected void decorateAdminServiceContextAfterConfig(ServletContextHandler admin) {
            String attribute = AdminRequestHandler.class.getName();
            admin.setAttribute(attribute, new MaskingAdminHandler((RequestHandler) admin.getAttribute(attribute)));
            admin.setErrorHandler(new JettyErrorHandler());
        }

        Handler handler() {
            Handler handler = jettyServer.getHandler();
            jettyServer.setHandler(null);
            return handler;
        }
    }

    /** Waits until the server has stopped. */
    public void join() throws InterruptedException {
        jettyServer.join();
    }

    /** Stops the server after responses in progress; WireMock itself would close all connections at once. */
    @Override
    public void stop() {
        try {
            inFlight.await(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (scheduledExecutorService != null) {
            scheduledExecutorService.shutdownNow();
        }
        super.stop();
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        return fast(super.createHttpConnector(bindAddress, port, settings, listener));
    }

    @Override
    protected ServerConnector createHttpsConnector(
            String bindAddress, HttpsSettings https, JettySettings settings, NetworkTrafficListener listener) {
        return fast(super.createHttpsConnector(bindAddress, https, settings, listener));
    }

    /** Returns a copy of a connector with the mock's connections and fewer reading threads. */
    private ServerConnector fast(ServerConnector original) {
        var factories =
                original.getConnectionFactories().stream().map(this::fast).toArray(ConnectionFactory[]::new);
        var connector = new ServerConnector(jettyServer, null, null, null, 1, SELECTORS, factories);
        connector.setHost(original.getHost());
        connector.setPort(original.getPort());
        connector.setAcceptQueueSize(original.getAcceptQueueSize());
        connector.setIdleTimeout(original.getIdleTimeout());
        connector.setShutdownIdleTimeout(original.getShutdownIdleTimeout());
        return connector;
    }

    private ConnectionFactory fast(ConnectionFactory original) {
        if (original instanceof HttpConfiguration.ConnectionFactory http) {
            http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
        }
        return original instanceof HttpConnectionFactory http
                ? new FastConnectionFactory(
                        http.getHttpConfiguration(),
                        request -> fastPath.accepts(request),
                        task -> blocking.execute(task))
                : original;
    }
}
