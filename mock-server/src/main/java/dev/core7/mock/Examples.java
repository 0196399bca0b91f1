package dev.core7.mock;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Response;
import java.util.LinkedHashMap;

/** The documented answers as the contract's examples show them. */
final class Examples {
    private Examples() {}

    /** An answer with its first example, JSON before other media types; without a body where there is none. */
    static Answer answer(Response response) {
        return response.json()
                .or(() -> response.content().values().stream().findFirst())
                .filter(content -> !content.examples().isEmpty())
                .map(content -> answer(response, content, content.examples().get(0)))
                .orElseGet(() -> withoutBody(response));
    }

    /** An answer with one of its examples. */
    static Answer answer(Response response, MediaType content, Example example) {
        return withoutBody(response).withBody(contentType(content.name()), body(content, example));
    }

    /** An answer in that media type with its first example; without a body where the answer is not told in it. */
    static Answer answer(Response response, String mediaType) {
        var content = response.content().get(mediaType);
        if (content == null) {
            return withoutBody(response);
        }
        return content.examples().isEmpty()
                ? withoutBody(response).withHeader(Answer.CONTENT_TYPE, contentType(mediaType))
                : answer(response, content, content.examples().get(0));
    }

    private static Answer withoutBody(Response response) {
        var headers = new LinkedHashMap<>(response.headers());
        headers.values().removeIf(String::isEmpty);
        return new Answer(response.status(), headers, "");
    }

    /** The body that an example shows. */
    static String body(MediaType content, Example example) {
        return example.value() instanceof String text && !content.name().equals(MediaType.JSON)
                ? text
                : Json.write(example.value());
    }

    /** PostHog names the charset of texts, and none of JSON. */
    static String contentType(String mediaType) {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }
}
