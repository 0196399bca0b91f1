package dev.core7.mock.validation;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.RequestUrl;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads request bodies as PostHog does: JSON, which is validated, or a form, which is not. A missing body counts as a body
 * without fields.
 */
public final class BodyReader {
    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final Set<String> FORMS = Set.of(URL_ENCODED, "multipart/form-data");

    private BodyReader() {}

    /** Validates the body of a request; a body that the operation does not define is ignored. */
    static BodyValidationResult validate(Operation operation, MockRequest request) {
        return operation.body().map(body -> validate(body.schema(), request)).orElse(BodyValidationResult.VALID);
    }

    private static BodyValidationResult validate(Schema schema, MockRequest request) {
        byte[] body = request.body();
        if (body.length == 0) {
            return BodyValidator.validate(schema, Map.of());
        }
        String mediaType = mediaType(request);
        if (FORMS.contains(mediaType)) {
            return BodyValidationResult.VALID;
        }
        return mediaType.equals(MediaType.JSON)
                ? validate(schema, body)
                : BodyValidationResult.of(PostHogError.unsupportedMediaType(contentType(request)));
    }

    /** Returns the fields of a body. Values of a form are parsed as JSON unless the schema allows a string. */
    public static Map<String, @Nullable Object> fields(Operation operation, MockRequest request) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (mediaType(request).equals(URL_ENCODED)) {
            RequestUrl.parse("?" + request.text())
                    .query()
                    .forEach((name, values) -> fields.put(name, typed(operation, name, values.get(values.size() - 1))));
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

    private static String mediaType(MockRequest request) {
        return contentType(request).split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String contentType(MockRequest request) {
        String sent = request.header("Content-Type");
        return sent == null ? "" : sent;
    }

    private static BodyValidationResult validate(Schema schema, byte[] json) {
        try {
            return BodyValidator.validate(schema, Json.parse(json));
        } catch (Json.NotJsonException e) {
            return BodyValidationResult.of(PostHogError.notJson(e.getMessage()));
        }
    }
}
