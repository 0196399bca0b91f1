package dev.core7.mock.jetty;

import dev.core7.mock.http.MockResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wiremock.org.eclipse.jetty.server.Response;
import wiremock.org.eclipse.jetty.util.Callback;

/** Sends responses through Jetty without blocking until the client has read them. */
final class JettyResponses {
    private JettyResponses() {}

    /** Sends a response. */
    static void send(MockResponse response, Response jetty) {
        jetty.setStatus(response.status());
        response.headers().forEach(jetty::setHeader);
        jetty.getHttpOutput()
                .sendContent(ByteBuffer.wrap(response.body().getBytes(StandardCharsets.UTF_8)), Callback.NOOP);
    }
}
