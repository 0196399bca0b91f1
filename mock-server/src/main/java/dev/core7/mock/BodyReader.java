package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads request bodies as PostHog does: JSON or a form; no body at all counts as one without fields. */
final class BodyReader {
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    private BodyReader() {}

    /** Why the body of a request cannot be read, if so; a body that the operation does not take is ignored. */
    static Optional<PostHogError> refusal(Operation operation, Request request) {
        byte[] body = request.getBody();
        if (operation.body().isEmpty() || body == null || body.length == 0) {
            return Optional.empty();
        }
        String sent = request.containsHeader("Content-Type") ? request.getHeader("Content-Type") : "";
        String mediaType = sent.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (FORMS.contains(mediaType)) {
            return Optional.empty();
        }
        return mediaType.equals(MediaType.JSON) ? notJson(body) : Optional.of(PostHogError.unsupportedMediaType(sent));
    }

    private static Optional<PostHogError> notJson(byte[] body) {
        try {
            Json.parse(body);
            return Optional.empty();
        } catch (Json.NotJsonException e) {
            return Optional.of(PostHogError.notJson(e.getMessage()));
        }
    }
}
