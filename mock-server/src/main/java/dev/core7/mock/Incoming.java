package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as the mock reads it, whoever took it from the wire. */
interface Incoming {
    /** In capitals, such as {@code GET}. */
    String method();

    /** Path and query as they were sent. */
    String url();

    /** The same with scheme and host. */
    String absoluteUrl();

    /** The first value of a header; null: it was not sent. */
    @Nullable
    String header(String name);

    /** Every value of a header; none: it was not sent. */
    List<String> headers(String name);

    /** Empty where there is none. */
    byte[] body();

    /** The path as it was sent, without the query. */
    default String path() {
        int query = url().indexOf('?');
        return query < 0 ? url() : url().substring(0, query);
    }

    /** The body as text. */
    default String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }

    /** A request that WireMock took from the wire. */
    static Incoming of(Request request) {
        return new Incoming() {
            @Override
            public String method() {
                return request.getMethod().value();
            }

            @Override
            public String url() {
                return request.getUrl();
            }

            @Override
            public String absoluteUrl() {
                return request.getAbsoluteUrl();
            }

            @Override
            public @Nullable String header(String name) {
                return request.getHeader(name);
            }

            @Override
            public List<String> headers(String name) {
                return request.containsHeader(name) ? request.header(name).values() : List.of();
            }

            @Override
            public byte[] body() {
                byte[] body = request.getBody();
                return body == null ? new byte[0] : body;
            }
        };
    }
}
