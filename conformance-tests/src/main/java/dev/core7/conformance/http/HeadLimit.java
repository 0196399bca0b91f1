package dev.core7.conformance.http;

import java.io.IOException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;

/**
 * Limits the lines of a response: its head, and between two reads of the body the chunk extensions and trailers. Without it a
 * server could fill the memory, for nothing but a body has a limit of its own.
 */
@SuppressWarnings("deprecation") // isDataAvailable belongs to the interface.
final class HeadLimit implements SessionInputBuffer {
    /** 64 KiB, several times what servers allow each other. */
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_LINES = 1000;

    private final SessionInputBuffer inner;
    private int characters;
    private int lines;

    /** {@code inner} has to limit each line to {@link #MAX_CHARACTERS} by itself, with an exception of any kind. */
    HeadLimit(SessionInputBuffer inner) {
        this.inner = inner;
    }

    @Override
    public int readLine(CharArrayBuffer line) throws IOException {
        int before = line.length();
        int read;
        try {
            read = inner.readLine(line);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).startsWith("Maximum line length") ? new TooLargeException() : e;
        }
        characters += line.length() - before;
        lines++;
        if (characters > MAX_CHARACTERS || lines > MAX_LINES) {
            throw new TooLargeException();
        }
        return read;
    }

    @Override
    public String readLine() throws IOException {
        var line = new CharArrayBuffer(64);
        return readLine(line) < 0 ? null : line.toString();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        restart();
        return inner.read(bytes, from, length);
    }

    @Override
    public int read(byte[] bytes) throws IOException {
        restart();
        return inner.read(bytes);
    }

    @Override
    public int read() throws IOException {
        restart();
        return inner.read();
    }

    private void restart() {
        characters = 0;
        lines = 0;
    }

    @Override
    public boolean isDataAvailable(int timeout) throws IOException {
        return inner.isDataAvailable(timeout);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return inner.getMetrics();
    }

    /** A head, its chunk extensions or its trailers are larger than the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("its headers, chunk extensions or trailers are larger than " + MAX_CHARACTERS / 1024 + " KiB or "
                    + MAX_LINES + " lines");
        }
    }
}
