package dev.core7.mock;

import java.io.IOException;
import java.util.Optional;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Blames a malformed request, such as one whose query has a lonely percent sign or whose body breaks off, on the one who sent it. */
final class Malformed extends HandlerWrapper {
    private static final int BAD_REQUEST = 400;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        try {
            if (!target.startsWith("/")) {
                throw new BadMessageException(BAD_REQUEST, "A path begins with a slash.");
            }
            super.handle(target, request, servlet, response);
        } catch (RuntimeException | ServletException e) {
            var refusal = response.isCommitted() ? Optional.<Answer>empty() : refusal(e);
            if (refusal.isEmpty()) {
                throw e;
            }
            request.setHandled(true);
            response.reset();
            JettyAnswer.send(refusal.get(), request.getResponse());
        }
    }

    /** What is to blame lies deepest: WireMock and Jetty wrap what they stumble over. */
    private static Optional<Answer> refusal(Throwable thrown) {
        Optional<PostHogError> refusal = Optional.empty();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadMessageException bad) {
                refusal = Optional.of(PostHogError.refused(bad.getCode(), bad.getReason()));
            } else if (cause instanceof IllegalArgumentException || cause instanceof IOException) {
                refusal = Optional.of(PostHogError.refused(BAD_REQUEST, String.valueOf(cause.getMessage())));
            }
        }
        return refusal.map(PostHogError::answer);
    }
}
