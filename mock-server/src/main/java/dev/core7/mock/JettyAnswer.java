package dev.core7.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wiremock.org.eclipse.jetty.server.Response;

/** Sends an answer through Jetty, whole and at once. */
final class JettyAnswer {
    private JettyAnswer() {}

    static void send(Answer answer, Response response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.getHttpOutput().sendContent(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}
