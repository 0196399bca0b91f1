package dev.core7.mock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wiremock.org.eclipse.jetty.server.Response;
import wiremock.org.eclipse.jetty.util.Callback;

/** Sends an answer through Jetty, whole and at once. Nobody waits until the client has taken it: Jetty ends the request then. */
final class JettyAnswer {
    private JettyAnswer() {}

    static void send(Answer answer, Response response) {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getHttpOutput()
                .sendContent(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)), Callback.NOOP);
    }
}
