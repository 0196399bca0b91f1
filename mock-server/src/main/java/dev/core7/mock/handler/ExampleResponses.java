package dev.core7.mock.handler;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Response;
import dev.core7.mock.http.MockResponse;
import java.util.LinkedHashMap;

/** Builds documented responses from the contract's examples. */
public final class ExampleResponses {
    private ExampleResponses() {}

    /** Returns a response with its first example, preferably JSON; without a body if it has no example. */
    public static MockResponse of(Response response) {
        return response.json()
                .or(() -> response.content().values().stream().findFirst())
                .filter(content -> !content.examples().isEmpty())
                .map(content -> of(response, content, content.examples().get(0)))
                .orElseGet(() -> withoutBody(response));
    }

    /** Returns a response with one of its examples. */
    public static MockResponse of(Response response, MediaType content, Example example) {
        return withoutBody(response).withBody(contentType(content.name()), body(content, example));
    }

    /** Returns a response in a media type with its first example; without a body if it is not documented in that type. */
    public static MockResponse of(Response response, String mediaType) {
        var content = response.content().get(mediaType);
        if (content == null) {
            return withoutBody(response);
        }
        return content.examples().isEmpty()
                ? withoutBody(response).withHeader(MockResponse.CONTENT_TYPE, contentType(mediaType))
                : of(response, content, content.examples().get(0));
    }

    private static MockResponse withoutBody(Response response) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.values().removeIf(String::isEmpty);
        return new MockResponse(response.status(), headers, "");
    }

    /** Returns the body of an example. */
    static String body(MediaType content, Example example) {
        return example.value() instanceof String text && !content.name().equals(MediaType.JSON)
                ? text
                : Json.write(example.value());
    }

    /** Returns a {@code Content-Type} as PostHog sends it: with a charset for text, without one for JSON. */
    static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }
}
