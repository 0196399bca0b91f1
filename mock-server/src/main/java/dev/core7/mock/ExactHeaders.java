package dev.core7.mock;

import com.github.tomakehurst.wiremock.common.JettySettings;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import wiremock.org.eclipse.jetty.io.NetworkTrafficListener;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.ServerConnector;

/**
 * WireMock's Jetty, told to read header values as they are sent. Left alone, it remembers the headers of a connection
 * without regard to case: {@code bearer x} reads as {@code Bearer x} wherever the latter came first.
 */
final class ExactHeaders extends Jetty11HttpServer {
    ExactHeaders(Options options, AdminRequestHandler admin, StubRequestHandler stubs) {
        super(options, admin, stubs);
    }

    @Override
    protected ServerConnector createHttpConnector(
            String bindAddress, int port, JettySettings settings, NetworkTrafficListener listener) {
        var connector = super.createHttpConnector(bindAddress, port, settings, listener);
        for (var factory : connector.getConnectionFactories()) {
            if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                http.getHttpConfiguration().setHeaderCacheCaseSensitive(true);
            }
        }
        return connector;
    }
}
