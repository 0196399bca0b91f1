package dev.core7.mock.jetty;

import java.io.IOException;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Refuses bodies that are too large (413, RFC 9110 §15.5.14), before or while they are read. */
public final class BodyLimitHandler extends HandlerWrapper {
    /** 20 MiB, as in PostHog's {@code DATA_UPLOAD_MAX_MEMORY_SIZE}. */
    static final int MAX_BYTES = 20 << 20;

    private static final int TOO_LARGE = 413;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            throw tooLarge();
        }
        if (request.getContentLengthLong() < 0) {
            request.getHttpInput().addInterceptor(new ByteCounter());
        }
        super.handle(target, request, servlet, response);
    }

    private static BadMessageException tooLarge() {
        return new BadMessageException(TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
    }

    /** Counts the bytes of a body of unknown length. */
    private static final class ByteCounter implements HttpInput.Interceptor {
        private long bytes;

        @Override
        public HttpInput.Content readFrom(HttpInput.Content content) {
            bytes += content.remaining();
            if (bytes > MAX_BYTES) {
                throw tooLarge();
            }
            return content;
        }
    }
}
