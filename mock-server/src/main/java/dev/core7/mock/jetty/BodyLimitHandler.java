package dev.core7.mock.jetty;

import java.io.IOException;
import java.time.Duration;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Refuses bodies that are too large (413, RFC 9110 §15.5.14) or too slow (408, §15.5.9), before or while they are read, so that
 * clients cannot use up memory and threads.
 */
public final class BodyLimitHandler extends HandlerWrapper {
    /** 20 MiB, as in PostHog's {@code DATA_UPLOAD_MAX_MEMORY_SIZE}. */
    static final int MAX_BYTES = 20 << 20;

    /** How long a body may take, apart from the time for its bytes, and how long it may pause. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long BYTES_PER_SECOND = 64 << 10;
    private static final int TOO_LARGE = 413;
    private static final int TOO_SLOW = 408;

    @Override
    public void handle(String target, Request request, HttpServletRequest servlet, HttpServletResponse response)
            throws IOException, ServletException {
        long length = request.getContentLengthLong();
        if (length > MAX_BYTES) {
            throw tooLarge();
        }
        if (length < 0 ? mayHaveBody(request) : request.getHttpInput().available() < length) {
            request.getHttpInput()
                    .addInterceptor(new Limit(request.getHttpChannel().getEndPoint()));
        }
        super.handle(target, request, servlet, response);
    }

    /** Returns whether a request without Content-Length has a body. */
    private static boolean mayHaveBody(Request request) {
        return request.getHttpVersion() == HttpVersion.HTTP_2
                || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING);
    }

    private static BadMessageException tooLarge() {
        return new BadMessageException(TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
    }

    /** Counts the bytes and the time of a body that has not arrived yet. */
    private static final class Limit implements HttpInput.Interceptor {
        private final EndPoint connection;
        private final long usualIdleTimeout;
        private final long start = System.nanoTime();
        private long bytes;

        Limit(EndPoint connection) {
            this.connection = connection;
            usualIdleTimeout = connection.getIdleTimeout();
            connection.setIdleTimeout(PATIENCE.toMillis());
        }

        @Override
        public HttpInput.Content readFrom(HttpInput.Content content) {
            bytes += content.remaining();
            if (bytes > MAX_BYTES) {
                throw tooLarge();
            }
            var allowed = PATIENCE.plusSeconds(bytes / BYTES_PER_SECOND);
            if (System.nanoTime() - start > allowed.toNanos()) {
                throw new BadMessageException(TOO_SLOW, "The body takes longer than " + allowed.toSeconds() + " s.");
            }
            if (content.isEof()) {
                connection.setIdleTimeout(usualIdleTimeout);
            }
            return content;
        }
    }
}
