package dev.core7.mock.jetty;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
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

/** Renders errors of Jetty itself, such as for a request that is not HTTP, as PostHog errors. */
final class JettyErrorHandler extends ErrorHandler {
    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException {
        Object message = servlet.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        request.setHandled(true);
        JettyResponses.send(error(response.getStatus(), String.valueOf(message)), request.getResponse());
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        var error = error(status, reason);
        error.headers().forEach(fields::put);
        fields.put(HttpHeader.CONNECTION, "close");
        return ByteBuffer.wrap(error.body().getBytes(StandardCharsets.UTF_8));
    }

    private static MockResponse error(int status, String detail) {
        return PostHogError.refused(status, detail).response();
    }
}
