package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the mock answers to one request.
 *
 * @param headers name → value
 * @param body empty: none
 */
public record Answer(int status, Map<String, String> headers, String body) {
    /** The header with the media type of the body. */
    public static final String CONTENT_TYPE = "Content-Type";

    /** {@code headers} is copied. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with a JSON body. */
    public static Answer json(int status, @Nullable Object value) {
        return new Answer(status, Map.of(CONTENT_TYPE, MediaType.JSON), Json.write(value));
    }

    /** Whether the body is said to be of that media type. */
    public boolean is(String mediaType) {
        return mediaType().equalsIgnoreCase(mediaType);
    }

    /** The media type of the body; empty: it has none. */
    String mediaType() {
        return headers.getOrDefault(CONTENT_TYPE, "").split(";", 2)[0].strip();
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    /** The same with one header set. */
    public Answer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** The same without one header. */
    public Answer withoutHeader(String name) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(name);
        return new Answer(status, fewer, body);
    }

    /** The same with another body of the same media type. */
    public Answer withBody(String other) {
        return new Answer(status, headers, other);
    }

    /** The same with another body of another media type. */
    public Answer withBody(String mediaType, String other) {
        return withBody(other).withHeader(CONTENT_TYPE, mediaType);
    }

    /** The same without a body. */
    public Answer withoutBody() {
        return withBody("").withoutHeader(CONTENT_TYPE);
    }

    static Answer of(ResponseDefinition definition) {
        var headers = new LinkedHashMap<String, String>();
        if (definition.getHeaders() != null) {
            definition.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        }
        String body = definition.getBody();
        return new Answer(definition.getStatus(), headers, body == null ? "" : body);
    }

    ResponseDefinition definition() {
        var definition = ResponseDefinitionBuilder.responseDefinition().withStatus(status);
        headers.forEach(definition::withHeader);
        return (body.isEmpty() ? definition : definition.withBody(body)).build();
    }
}
