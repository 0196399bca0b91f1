package dev.core7.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A TCP server on a free port, for answers that no HTTP server would give. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** What a server does with a connection, after the head of each request. */
    @FunctionalInterface
    public interface Answer {
        void on(Socket socket) throws IOException;
    }

    /** A server that answers every request head so. */
    public RawServer(Answer answer) {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept, answer);
    }

    /** A server that sends this text and closes the connection. */
    public static RawServer sending(String text) {
        return new RawServer(socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.close();
        });
    }

    private void accept(Answer answer) {
        try {
            while (true) {
                var socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                start(a -> serve(socket, a), answer);
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket, Answer answer) {
        try (socket) {
            while (!socket.isClosed() && head(socket)) {
                answer.on(socket);
            }
        } catch (IOException e) {
            // The client hung up, which some tests want it to.
        }
    }

    private boolean head(Socket socket) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return false;
            }
            head.write(next);
        }
        heads.add(head.toString(StandardCharsets.UTF_8));
        return true;
    }

    private static void start(Consumer<Answer> work, Answer answer) {
        var thread = new Thread(() -> work.accept(answer), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The address without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** The request heads as they came in. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** How many connections were made. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
