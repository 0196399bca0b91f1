package dev.core7.mock;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.time.Duration;
import java.util.List;
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
import wiremock.org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * WireMock's Jetty with the mock's handlers in front, told to read header values as they are sent. Left alone, it remembers the
 * headers of a connection without regard to case: {@code bearer x} reads as {@code Bearer x} wherever the latter came first.
 */
final class MockJetty extends Jetty11HttpServer {
    /** How long a mock that is to end waits for what it is answering. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How many threads read on a port, and answer in the lane: half of the cores, the other half is left to those who ask. */
    private static final int READING =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors() / 2));

    private final InFlight inFlight = new InFlight();
    private final FastLane lane;
    private final WireMockBehind behind;

    /** The threads that may wait: for a body, for another server, for what WireMock may be told to do. */
    private final QueuedThreadPool waiting;

    /**
     * Jetty without WireMock.
     *
     * @param front the handlers in front of the lane, in their order
     */
    MockJetty(Options options, List<HandlerWrapper> front, FastLane lane, WireMockBehind behind, RequestLog log) {
        super(options, null, null);
        this.lane = lane;
        this.behind = behind;
        lane.setHandler(behind);
        Handler next = lane;
        for (int i = front.size() - 1; i >= 0; i--) {
            front.get(i).setHandler(next);
            next = front.get(i);
        }
        inFlight.setHandler(next);
        jettyServer.setHandler(inFlight);
        for (Connector connector : jettyServer.getConnectors()) {
            ((ServerConnector) connector).addBean(inFlight, false);
        }
        jettyServer.setErrorHandler(new JettyErrors());
        jettyServer.setRequestLog(log);
        waiting = new QueuedThreadPool(options.containerThreads(), 0);
        waiting.setName("waiting");
        jettyServer.addBean(waiting);
    }

    /** Lets WireMock answer what comes this far. */
    MockJetty with(AdminRequestHandler admin, StubRequestHandler stubs) {
        var furnished = new Furnished(options, admin, stubs);
        scheduledExecutorService = furnished.delays();
        behind.moveIn(furnished.handler());
        return this;
    }

    /** WireMock's place is empty at first. */
    @Override
    protected Handler createHandler(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        return new HandlerCollection();
    }

    /** A Jetty that is never started: WireMock makes its handlers inside one, and only there. */
    private static final class Furnished extends Jetty11HttpServer {
        Furnished(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
            super(options, admin, stubs);
        }

        /** What sends delayed answers when their time has come; the server that uses it has to stop it. */
        ScheduledExecutorService delays() {
            return scheduledExecutorService;
        }

        Handler handler() {
            Handler handler = jettyServer.getHandler();
            jettyServer.setHandler(null);
            return handler;
        }
    }

    /** Waits until it has stopped. */
    void join() throws InterruptedException {
        jettyServer.join();
    }

    /** WireMock hangs up on everybody at once; who is being answered gets the answer first. */
    @Override
    public void stop() {
        try {
            inFlight.await(PATIENCE);
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

    /** The same with the lane's connections, and fewer threads that read. */
    private ServerConnector fast(ServerConnector theirs) {
        var factories = theirs.getConnectionFactories().stream().map(this::fast).toArray(ConnectionFactory[]::new);
        var connector = new ServerConnector(jettyServer, null, null, null, 1, READING, factories);
        connector.setHost(theirs.getHost());
        connector.setPort(theirs.getPort());
        connector.setAcceptQueueSize(theirs.getAcceptQueueSize());
        connector.setIdleTimeout(theirs.getIdleTimeout());
        connector.setShutdownIdleTimeout(theirs.getShutdownIdleTimeout());
        return connector;
    }

    private ConnectionFactory fast(ConnectionFactory theirs) {
        if (theirs instanceof HttpConfiguration.ConnectionFactory http) {
            http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
        }
        return theirs instanceof HttpConnectionFactory http
                ? new FastConnections(
                        http.getHttpConfiguration(), request -> lane.takes(request), task -> waiting.execute(task))
                : theirs;
    }
}
