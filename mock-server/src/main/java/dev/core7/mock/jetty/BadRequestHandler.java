package dev.core7.mock.jetty;

import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Responds to malformed requests with 400, such as a query with an invalid percent escape, an incomplete body, or parts without a boundary. */
public final class BadRequestHandler extends HandlerWrapper {
    private static final int BAD_REQUEST = 400;

    /** A multipart body whose parts cannot be told apart (RFC 2046, section 5.1.1). */
    private static final Pattern UNBOUNDED =
            Pattern.compile("(?i)multipart/(?!.*;\\s*boundary=\"?[^\";\\s]).*", Pattern.DOTALL);

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            check(target, request);
            super.handle(target, request, servlet, response);
        } catch (RuntimeException | ServletException e) {
            var refusal = response.isCommitted() ? Optional.<MockResponse>empty() : refusal(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            request.setHandled(true);
            response.reset();
            JettyResponses.send(refusal.get(), request.getResponse());
        }
    }

    private static void check(String target, Request request) {
        if (!target.startsWith("/")) {
            throw new BadMessageException(BAD_REQUEST, "A path must begin with a slash.");
        }
        if (request.getHttpVersion() == HttpVersion.HTTP_1_0
                && request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)) {
            throw new BadMessageException(BAD_REQUEST, "HTTP/1.0 has no transfer codings (RFC 9112, section 6.1).");
        }
        String contentType = request.getContentType();
        if (contentType != null && UNBOUNDED.matcher(contentType).matches()) {
            throw new BadMessageException(
                    BAD_REQUEST, "Multipart form parse error - Invalid boundary in multipart: None");
        }
    }

    /** Returns the response for the innermost cause that blames the request: WireMock and Jetty wrap it in other exceptions. */
    private static Optional<MockResponse> refusal(Throwable thrown) {
        Optional<PostHogError> refusal = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadMessageException bad) {
                refusal = Optional.of(PostHogError.refused(bad.getCode(), bad.getReason()));
            } else if (cause instanceof IllegalArgumentException || cause instanceof IOException) {
                refusal = Optional.of(PostHogError.refused(BAD_REQUEST, String.valueOf(cause.getMessage())));
            }
        }
        return refusal.map(PostHogError::response);
    }
}
