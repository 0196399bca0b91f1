package dev.core7.mock;

import com.github.tomakehurst.wiremock.common.HttpsSettings;
import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import java.time.Duration;
import java.util.List;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.ServerConnector;
import wiremock.org.eclipse.jetty.server.handler.HandlerCollection;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * WireMock's Jetty with the mock's handlers in front, told to read header values as they are sent. Left alone, it remembers the
 * headers of a connection without regard to case: {@code bearer x} reads as {@code Bearer x} wherever the latter came first.
 */
final class MockJetty extends Jetty11HttpServer {
    /** How long a mock that is to end waits for what it is answering. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InFlight inFlight = new InFlight();
    private final WireMockBehind behind;

    /**
     * Jetty without WireMock.
     *
     * @param front the handlers in front of WireMock, in their order
     */
    MockJetty(Options options, List<HandlerWrapper> front, WireMockBehind behind, RequestLog log) {
        super(options, null, null);
        this.behind = behind;
        Handler next = behind;
        for (int i = front.size() - 1; i >= 0; i--) {
            front.get(i).setHandler(next);
            next = front.get(i);
        }
        inFlight.setHandler(next);
        jettyServer.setHandler(inFlight);
        jettyServer.setErrorHandler(new JettyErrors());
        jettyServer.setRequestLog(log);
    }

    /** Lets WireMock answer what comes this far. */
    MockJetty with(AdminRequestHandler admin, StubRequestHandler stubs) {
        behind.moveIn(new Furnished(options, admin, stubs).handler());
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
        super.stop();
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        return exact(super.createHttpConnector(bindAddress, port, settings, listener));
    }

    @Override
    protected ServerConnector createHttpsConnector(
            String bindAddress, HttpsSettings https, JettySettings settings, NetworkTrafficListener listener) {
        return exact(super.createHttpsConnector(bindAddress, https, settings, listener));
    }

    private static ServerConnector exact(ServerConnector connector) {
        for (var factory : connector.getConnectionFactories()) {
            if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
            }
        }
        return connector;
    }
}
