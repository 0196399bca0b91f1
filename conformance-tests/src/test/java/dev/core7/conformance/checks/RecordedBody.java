package dev.core7.conformance.checks;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Response;
import dev.core7.contract.YamlNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers and body of a recorded response. The body is {@code text} unchanged, {@code json} as compact text, or the
 * {@code example} of the contract; {@code with} sets and {@code without} removes values of the example by their JSON Pointer.
 */
final class RecordedBody {
    private final YamlNode response;
    private final Response documented;

    RecordedBody(YamlNode response, Response documented) {
        this.response = response;
        this.documented = documented;
    }

    /** Returns the headers of the file; without any, a JSON body gets the media type of JSON. */
    Map<String, List<String>> headers() {
        var headers = new LinkedHashMap<String, List<String>>();
        response.field("headers")
                .ifPresent(h -> h.fields().forEach((name, value) -> headers.put(name, List.of(value.text()))));
        boolean json =
                response.field("json").or(() -> response.field("example")).isPresent();
        if (json && response.field("headers").isEmpty()) {
            headers.put("content-type", List.of(MediaType.JSON));
        }
        return headers;
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    private String text() {
        if (response.field("text").isPresent()) {
            return response.need("text", "").text();
        }
        if (response.field("json").isPresent()) {
            return Json.write(response.need("json", "").value());
        }
        return response.field("example").isPresent() ? Json.write(example()) : "";
    }

    private @Nullable Object example() {
        var body = copy(documented.json().orElseThrow().examples().get(0).value());
        response.field("with").ifPresent(w -> w.fields().forEach((at, value) -> set(body, at, copy(value.value()))));
        response.field("without")
                .ifPresent(w -> w.texts().forEach(at -> ((Map<?, ?>) above(body, at)).remove(last(at))));
        return body;
    }

    @SuppressWarnings("unchecked")
    private static void set(@Nullable Object body, String at, @Nullable Object value) {
        if (above(body, at) instanceof List<?> list) {
            ((List<@Nullable Object>) list).add(value);
        } else {
            ((Map<String, @Nullable Object>) above(body, at)).put(last(at), value);
        }
    }

    private static Object above(@Nullable Object body, String at) {
        var above = JsonPointer.find(body, at.substring(0, at.lastIndexOf('/')));
        if (above == null) {
            throw new IllegalArgumentException(at + " leads nowhere");
        }
        return above;
    }

    private static String last(String at) {
        var tokens = JsonPointer.tokens(at);
        return tokens.get(tokens.size() - 1);
    }

    private static @Nullable Object copy(@Nullable Object value) {
        try {
            return Json.parse(Json.write(value));
        } catch (Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }
}
