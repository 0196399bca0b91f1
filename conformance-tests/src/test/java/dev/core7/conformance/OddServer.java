package dev.core7.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free port that answers as a test says and remembers what it was asked. */
public final class OddServer implements AutoCloseable {
    static {
        // Else the JDK's server waits 40 ms for an acknowledgement between head and body.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** A request as it came in; header names as the JDK writes them, such as {@code Content-type}. */
    public record Seen(String method, String path, Map<String, List<String>> headers, String body) {
        /** All values of a header; none where it is missing. */
        public List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(e -> e.getKey().equalsIgnoreCase(name))
                    .flatMap(e -> e.getValue().stream())
                    .toList();
        }
    }

    /** What a server does with a request whose body has been read. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange, Seen request) throws IOException;
    }

    /** A server that is up when this returns. */
    public OddServer(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            try (exchange) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var uri = exchange.getRequestURI().toString();
                var request =
                        new Seen(exchange.getRequestMethod(), uri, Map.copyOf(exchange.getRequestHeaders()), body);
                seen.add(request);
                answer.to(exchange, request);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Answers everything with the same. */
    public static OddServer always(int status, String type, String body) {
        return new OddServer((exchange, request) -> send(exchange, status, type, body));
    }

    /** Sends a whole answer. */
    public static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean bodyless = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
        if (!bodyless) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The address without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked, oldest first. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
