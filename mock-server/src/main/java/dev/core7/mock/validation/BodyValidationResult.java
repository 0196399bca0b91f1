package dev.core7.mock.validation;

import dev.core7.mock.http.PostHogError;
import java.util.List;

/**
 * The result of validating a request body.
 *
 * @param errors the errors that PostHog reports, in its order
 * @param unknown the fields that PostHog ignores
 */
record BodyValidationResult(List<PostHogError> errors, List<String> unknown) {
    static final BodyValidationResult VALID = new BodyValidationResult(List.of(), List.of());

    /** Returns a result with one error. */
    static BodyValidationResult of(PostHogError error) {
        return new BodyValidationResult(List.of(error), List.of());
    }
}
