package dev.core7.conformance.benign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.function.Function;

/** {@link PostHog} behind a socket, for forms of HTTP that the JDK's server does not speak; one request a connection. */
final class RawDoor implements AutoCloseable {
    private final ServerSocket listener;

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
        var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        var start = lines[0].split(" ");
        return Ask.of(start[0], start[1], headers, body);
    }

    /** Status line and headers, without the empty line. */
    static String head(String version, Reply reply) {
        var head = new StringBuilder(version + " " + reply.status() + " \r\n");
        reply.headers()
                .forEach((name, value) ->
                        head.append(Ask.lower(name)).append(":").append(value).append("\r\n"));
        return head.toString();
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
