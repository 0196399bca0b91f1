package dev.core7.mock.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request to the mock, independent of the server that received it. */
public interface MockRequest {
    /** Returns the method in capitals, such as {@code GET}. */
    String method();

    /** Returns path and query as they were sent. */
    String url();

    /** Returns scheme, host, path and query. */
    String absoluteUrl();

    /** Returns the first value of a header; null if it was not sent. */
    @Nullable
    String header(String name);

    /** Returns all values of a header; empty if it was not sent. */
    List<String> headers(String name);

    /** Returns the body; empty if there is none. */
    byte[] body();

    /** Returns the path as it was sent, without the query. */
    default String path() {
        int query = url().indexOf('?');
        return query < 0 ? url() : url().substring(0, query);
    }

    /** Returns the body decoded as UTF-8. */
    default String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }
}
