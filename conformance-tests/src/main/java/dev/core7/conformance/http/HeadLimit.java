package dev.core7.conformance.http;

import java.io.IOException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;

/**
 * Limits the size of a response outside its body: the head, chunk extensions and trailers. Without this limit, a server could
 * exhaust the memory.
 */
@SuppressWarnings("deprecation") // isDataAvailable belongs to the interface.
final class HeadLimit implements SessionInputBuffer {
    /** 64 KiB, several times the limit that servers usually have for requests. */
    static final int MAX_CHARACTERS = 64 * 1024;

    private static final int MAX_LINES = 1000;

    private final SessionInputBuffer inner;
    private int characters;
    private int lines;

    /** {@code inner} must throw an exception if a line is longer than {@link #MAX_CHARACTERS}. */
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

    /** Thrown if the head, chunk extensions or trailers exceed the limit. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("its headers, chunk extensions or trailers are larger than " + MAX_CHARACTERS / 1024 + " KiB or "
                    + MAX_LINES + " lines");
        }
    }
}
