package dev.core7.conformance.benign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@link PostHog} behind HTTP on a free port, with a twist. */
final class RealServer implements AutoCloseable {
    static {
        // Else the JDK's server waits 40 ms for an acknowledgement between head and body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** How an answer is put on the wire. */
    @FunctionalInterface
    interface Wire {
        /** With its length, on a connection that is kept. */
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
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                var reply = twist.answer(Ask.of(exchange), posthog::answer);
                reply.headers().forEach(exchange.getResponseHeaders()::set);
                wire.send(exchange, reply.bytes(), reply.status());
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** The address without a slash at its end. */
    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
