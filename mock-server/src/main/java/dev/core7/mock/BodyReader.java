package dev.core7.mock;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.state.Address;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as PostHog does: JSON, held to the contract, or a form, which is let through; no body at all counts as
 * one without fields.
 */
final class BodyReader {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final Set<String> FORMS = Set.of(URL_ENCODED, "multipart/form-data");

    private BodyReader() {}

    /** What is wrong with the body of a request; one that the operation does not take is ignored. */
    static BodyFindings read(Operation operation, Incoming request) {
        return operation.body().map(taken -> read(taken.schema(), request)).orElse(BodyFindings.NOTHING);
    }

    private static BodyFindings read(Schema schema, Incoming request) {
        byte[] body = request.body();
        if (body.length == 0) {
            return RequestFields.read(schema, Map.of());
        }
        String mediaType = mediaType(request);
        if (FORMS.contains(mediaType)) {
            return BodyFindings.NOTHING;
        }
        return mediaType.equals(MediaType.JSON)
                ? read(schema, body)
                : BodyFindings.of(PostHogError.unsupportedMediaType(contentType(request)));
    }

    /** The fields of a body, as far as it has any; in a form everything is text, and read as JSON where no text is wanted. */
    static Map<String, @Nullable Object> fields(Operation operation, Incoming request) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (mediaType(request).equals(URL_ENCODED)) {
            Address.parse("?" + request.text())
                    .query()
                    .forEach((name, values) -> fields.put(name, typed(operation, name, values.get(0))));
        } else if (parsed(request.text()) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(name.toString(), value));
        }
        return fields;
    }

    private static @Nullable Object typed(Operation operation, String name, String text) {
        boolean isText = operation.body().stream()
                .flatMap(body -> Optional.ofNullable(body.schema().properties().get(name)).stream())
                .allMatch(field -> field.types().contains("string"));
        return isText ? text : Optional.ofNullable(parsed(text)).orElse(text);
    }

    private static @Nullable Object parsed(String json) {
        try {
            return json.isEmpty() ? null : Json.parse(json);
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    private static String mediaType(Incoming request) {
        return contentType(request).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String contentType(Incoming request) {
        String sent = request.header("Content-Type");
        return sent == null ? "" : sent;
    }

    private static BodyFindings read(Schema schema, byte[] json) {
        try {
            return RequestFields.read(schema, Json.parse(json));
        } catch (Json.NotJsonException e) {
            return BodyFindings.of(PostHogError.notJson(e.getMessage()));
        }
    }
}
