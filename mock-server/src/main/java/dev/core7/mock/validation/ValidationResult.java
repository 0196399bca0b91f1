package dev.core7.mock.validation;

import dev.core7.mock.http.PostHogError;
import java.util.List;
import java.util.Optional;

/**
 * The result of validating a request.
 *
 * @param refusal the error to respond with; empty: the request is handled
 * @param violations all violations to report
 */
public record ValidationResult(Optional<PostHogError> refusal, List<RequestViolation> violations) {
    static final ValidationResult VALID = new ValidationResult(Optional.empty(), List.of());
}
