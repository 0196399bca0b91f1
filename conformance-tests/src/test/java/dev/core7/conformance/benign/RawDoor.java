package dev.core7.conformance.benign;

import dev.core7.conformance.exchange.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** {@link PostHog} behind a socket, for forms of HTTP that the JDK's server does not speak; one request a connection. */
final class RawDoor implements AutoCloseable {
    private final ServerSocket listener;
    private final Semaphore closed = new Semaphore(1);

    /** The bytes of a reply on the wire, as text. */
    @FunctionalInterface
    interface Form {
        String of(Ask ask, Reply reply, String body);
    }

    RawDoor(Function<Ask, Reply> server, Form form) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(() -> serve(server, form), "raw-door");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Function<Ask, Reply> server, Form form) {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                var ask = read(socket.getInputStream());
                var reply = server.apply(ask);
                var body = ask.method().equals("HEAD") ? "" : new String(reply.bytes(), StandardCharsets.UTF_8);
                socket.getOutputStream().write(form.of(ask, reply, body).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Closed by the test, or hung up by the client.
            }
            closed.release();
        }
    }

    private static Ask read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("hung up");
            }
            head.write(next);
        }
        var lines = head.toString(StandardCharsets.UTF_8).split("\r\n");
        var headers = new LinkedHashMap<String, String>();
        for (int i = 1; i < lines.length; i++) {
            var sides = lines[i].split(":", 2);
            headers.put(Ask.lower(sides[0]), sides[1].strip());
        }
        var body = headers.containsKey("transfer-encoding")
                ? chunks(in)
                : in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        var start = lines[0].split(" ");
        return Ask.of(start[0], start[1], headers, body);
    }

    /** A body that is sent in chunks. */
    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return body.toByteArray();
    }

    /** The size of the next chunk, which is a line of its own. */
    private static int size(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    /** Status line and headers, without the empty line. */
    static String head(String version, Reply reply) {
        return head(version, reply, Ask::lower);
    }

    static String head(String version, Reply reply, UnaryOperator<String> name) {
        var head = new StringBuilder(version + " " + reply.status() + " \r\n");
        reply.headers()
                .forEach((header, value) -> head.append(name.apply(header))
                        .append(":")
                        .append(value)
                        .append("\r\n"));
        return head.toString();
    }

    /** The length of a body; a 204 has none. */
    static String length(Reply reply, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return reply.status() == 204 ? "" : "Content-Length: " + length + "\r\n";
    }

    /** Sends nothing before the connection of the last answer is closed, for who is faster may still take it for open. */
    Transport orderly(Transport transport) {
        return request -> {
            try {
                closed.tryAcquire(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return transport.send(request);
        };
    }

    /** The address without a slash at its end. */
    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
