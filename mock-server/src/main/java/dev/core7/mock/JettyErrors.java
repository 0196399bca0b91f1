package dev.core7.mock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/** Tells what Jetty itself refuses, such as a request that is no HTTP, in the form of PostHog's errors. */
final class JettyErrors extends ErrorHandler {
    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        Object message = servlet.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        request.setHandled(true);
        JettyAnswer.send(answer(response.getStatus(), String.valueOf(message)), request.getResponse());
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        var answer = answer(status, reason);
        answer.headers().forEach(fields::put);
        fields.put(HttpHeader.CONNECTION, "close");
        return ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(int status, String detail) {
        return PostHogError.refused(status, detail).answer();
    }
}
