package dev.core7.mock.validation;

import dev.core7.mock.http.PostHogError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request body as the server reads it.
 *
 * @param fields all fields that were sent, with the values that the server stores; refused values as they were sent
 * @param errors why the server refuses the body, in its order; it reports the first
 * @param conflict why the body, although valid, cannot be applied to the stored objects; no violation of the contract
 */
public record BodyReading(
        Map<String, @Nullable Object> fields, List<PostHogError> errors, Optional<PostHogError> conflict) {
    /** The reading of a request without fields. */
    public static final BodyReading EMPTY = new BodyReading(Map.of(), List.of(), Optional.empty());

    /** The collections are copied. */
    public BodyReading {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        errors = List.copyOf(errors);
    }

    /** Returns the reading of a body that is refused as a whole. */
    public static BodyReading refused(PostHogError error) {
        return new BodyReading(Map.of(), List.of(error), Optional.empty());
    }

    /** Returns whether the server accepts the value of a field. */
    boolean accepts(String field) {
        return errors.stream()
                .map(PostHogError::attr)
                .noneMatch(attr -> attr == null || attr.equals(field) || attr.startsWith(field + "__"));
    }
}
