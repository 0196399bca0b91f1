package dev.core7.mock.http;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response of the mock, independent of the server that sends it.
 *
 * @param headers name → value
 * @param body the body; empty: none
 */
public record MockResponse(int status, Map<String, String> headers, String body) {
    /** The name of the header with the media type of the body. */
    public static final String CONTENT_TYPE = "Content-Type";

    /** {@code headers} is copied. */
    public MockResponse {
        headers = Map.copyOf(headers);
    }

    /** Returns a response with a JSON body. */
    public static MockResponse json(int status, @Nullable Object value) {
        return new MockResponse(status, Map.of(CONTENT_TYPE, MediaType.JSON), Json.write(value));
    }

    /** Returns whether {@code Content-Type} names a media type; its parameters do not count. */
    public boolean is(String mediaType) {
        return mediaType().equalsIgnoreCase(mediaType);
    }

    /** Returns the media type of the body; empty if there is none. */
    public String mediaType() {
        return headers.getOrDefault(CONTENT_TYPE, "").split(";", 2)[0].strip();
    }

    /** Returns a copy with another status. */
    public MockResponse withStatus(int other) {
        return new MockResponse(other, headers, body);
    }

    /** Returns a copy with one header set. */
    public MockResponse withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new MockResponse(status, more, body);
    }

    /** Returns a copy without one header. */
    public MockResponse withoutHeader(String name) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new MockResponse(status, fewer, body);
    }

    /** Returns a copy with another body of the same media type. */
    public MockResponse withBody(String other) {
        return new MockResponse(status, headers, other);
    }

    /** Returns a copy with another body of another media type. */
    public MockResponse withBody(String mediaType, String other) {
        return withBody(other).withHeader(CONTENT_TYPE, mediaType);
    }

    /** Returns a copy without a body. */
    public MockResponse withoutBody() {
        return withBody("").withoutHeader(CONTENT_TYPE);
    }
}
