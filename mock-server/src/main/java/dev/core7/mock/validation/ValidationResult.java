package dev.core7.mock.validation;

import dev.core7.mock.http.PostHogError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of validating a request.
 *
 * @param refusal the error to respond with; empty: the request is handled
 * @param violations all violations to report
 * @param fields the fields of the body as the server reads them
 */
public record ValidationResult(
        Optional<PostHogError> refusal, List<RequestViolation> violations, Map<String, @Nullable Object> fields) {
    static final ValidationResult VALID = new ValidationResult(Optional.empty(), List.of(), Map.of());

    /** The collections are copied. */
    public ValidationResult {
        violations = List.copyOf(violations);
        fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
