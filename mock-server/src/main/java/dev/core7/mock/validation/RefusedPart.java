package dev.core7.mock.validation;

import dev.core7.mock.http.PostHogError;

/**
 * A part of a request other than its body because of which the server refuses the request.
 *
 * @param where the part, as in {@link RequestViolation}
 * @param detail what is wrong, for the report
 * @param error the response
 */
public record RefusedPart(String where, String detail, PostHogError error) {}
