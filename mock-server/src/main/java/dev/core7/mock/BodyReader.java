package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads request bodies as PostHog does: JSON, held to the contract, or a form, which is let through; no body at all counts as one without fields. */
final class BodyReader {
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private BodyReader() {}

    /** Why the body of a request is refused, if so; one that the operation does not take is ignored. */
    static Optional<PostHogError> refusal(Operation operation, Request request) {
        return operation.body().flatMap(taken -> refusal(taken.schema(), request));
    }

    private static Optional<PostHogError> refusal(Schema schema, Request request) {
        byte[] body = request.getBody();
        if (body == null || body.length == 0) {
            return RequestFields.refusal(schema, Map.of());
        }
        String sent = request.containsHeader("Content-Type") ? request.getHeader("Content-Type") : "";
        String mediaType = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (FORMS.contains(mediaType)) {
            return Optional.empty();
        }
        return mediaType.equals(MediaType.JSON)
                ? refusal(schema, body)
                : Optional.of(PostHogError.unsupportedMediaType(sent));
    }

    private static Optional<PostHogError> refusal(Schema schema, byte[] json) {
        try {
            return RequestFields.refusal(schema, Json.parse(json));
        } catch (Json.NotJsonException e) {
            return Optional.of(PostHogError.notJson(e.getMessage()));
        }
    }
}
