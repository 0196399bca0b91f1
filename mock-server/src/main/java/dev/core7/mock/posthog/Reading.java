package dev.core7.mock.posthog;

import dev.core7.mock.http.PostHogError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How PostHog reads the value of a field.
 *
 * @param value the value that it stores; as it was sent if it is refused
 * @param error why it refuses the value
 */
record Reading(@Nullable Object value, Optional<PostHogError> error) {
    static Reading of(@Nullable Object value) {
        return new Reading(value, Optional.empty());
    }

    static Reading refused(@Nullable Object value, String code, String detail, String attr) {
        return new Reading(value, Optional.of(PostHogError.invalid(code, detail, attr)));
    }

    static Reading invalid(@Nullable Object value, String detail, String attr) {
        return refused(value, "invalid_input", detail, attr);
    }
}
