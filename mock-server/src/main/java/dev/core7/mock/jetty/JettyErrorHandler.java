package dev.core7.mock.jetty;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wiremock.jakarta.servlet.RequestDispatcher;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.ErrorHandler;

/** Renders errors of Jetty itself, such as for a request that is not HTTP, as PostHog errors. */
final class JettyErrorHandler extends ErrorHandler {
    private static final int NOT_FOUND = 404;

    private final Optional<ErrorHandler> unmatched;

    /** Creates a handler for all errors. */
    JettyErrorHandler() {
        this(Optional.empty());
    }

    /** @param unmatched renders the 404 of requests that no stub matches; empty: they are errors like all others */
    JettyErrorHandler(Optional<ErrorHandler> unmatched) {
        this.unmatched = unmatched;
    }

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (unmatched.isPresent() && response.getStatus() == NOT_FOUND) {
            unmatched.get().handle(target, request, servlet, response);
            return;
        }
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
