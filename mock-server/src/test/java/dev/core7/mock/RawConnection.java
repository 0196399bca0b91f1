package dev.core7.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection to a mock for requests that HTTP clients refuse to send. */
public final class RawConnection {
    /** The read timeout in milliseconds; only failing tests reach it. */
    private static final int TIMEOUT = 30_000;

    private RawConnection() {}

    public interface RequestWriter {
        void write(OutputStream out) throws IOException;
    }

    /** Returns everything that the mock sends until it closes the connection. */
    public static String send(MockServer mock, RequestWriter writer) throws IOException {
        var url = URI.create(mock.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT);
            try {
                writer.write(socket.getOutputStream());
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The mock has stopped reading; its response can still be read.
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        var response = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                response.append((char) c);
            }
        } catch (SocketException e) {
            // The connection was reset.
        }
        return response.toString();
    }

    public static String send(MockServer mock, String text) throws IOException {
        return send(mock, out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
