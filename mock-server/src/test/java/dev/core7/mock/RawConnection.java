package dev.core7.mock;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection to a mock on which a test writes what no decent client would. */
public final class RawConnection {
    /** Far more than any answer takes; a test that waits so long has failed. */
    private static final int TIMEOUT = 30_000;

    private RawConnection() {}

    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Everything that the mock answers until it hangs up; empty: it hung up without a word. */
    public static String answer(MockServer mock, Writing writing) throws IOException {
        var url = URI.create(mock.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(TIMEOUT);
            try {
                writing.to(socket.getOutputStream());
                socket.shutdownOutput();
            } catch (SocketException e) {
                // It has heard enough; what it said is still to be read.
            }
            return read(socket.getInputStream());
        }
    }

    private static String read(InputStream in) throws IOException {
        var answer = new StringBuilder();
        try {
            for (int c = in.read(); c >= 0; c = in.read()) {
                answer.append((char) c);
            }
        } catch (SocketException e) {
            // Reset: no more to come.
        }
        return answer.toString();
    }

    public static String answer(MockServer mock, String text) throws IOException {
        return answer(mock, out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
