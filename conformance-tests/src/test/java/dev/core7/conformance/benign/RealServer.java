package dev.core7.conformance.benign;

import com.sun.net.httpserver.HttpExchange;
import dev.core7.conformance.OddServer;
import java.io.IOException;

/** An HTTP server on a free port that serves {@link PostHog} with a variation. */
final class RealServer implements AutoCloseable {
    private final OddServer server;

    /** Writes a response to the connection. */
    @FunctionalInterface
    interface Wire {
        /** Sends the length, and keeps the connection open. */
        Wire PLAIN = (exchange, bytes, status) -> {
            boolean bodyless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
            if (!bodyless) {
                exchange.getResponseBody().write(bytes);
            }
        };

        void send(HttpExchange exchange, byte[] body, int status) throws IOException;
    }

    RealServer(PostHog posthog, Twist twist, Wire wire) {
        server = new OddServer((exchange, request) -> {
            var reply = twist.answer(Ask.of(request), posthog::answer);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            wire.send(exchange, reply.bytes(), reply.status());
        });
    }

    /** Returns the URL without a trailing slash. */
    String url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
