package dev.core7.examples.vendor.error;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;

/** What is wrong with a body, from what Jackson says of it. */
final class JsonMistake {
    private JsonMistake() {}

    static Refusal of(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException mistake)) {
            return Refusal.invalid("invalid_input", "No data provided.", null);
        }
        if (mistake instanceof StreamReadException && !(mistake instanceof InputCoercionException)) {
            return Refusal.request(HttpStatus.BAD_REQUEST, "parse_error", "JSON parse error");
        }
        if (mistake instanceof InvalidNullException) {
            return Refusal.invalid("null", "This field may not be null.", attr(mistake));
        }
        if (mistake instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return Refusal.invalid("invalid_choice", "Not a valid choice.", attr(mistake));
        }
        return Refusal.invalid("invalid_input", "Not a valid value.", attr(mistake));
    }

    /** {@code filters__properties__values__0__type}, or nothing where it is the body as a whole. */
    private static @Nullable String attr(JacksonException mistake) {
        var path = mistake.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("__"));
        return path.isEmpty() ? null : path;
    }
}
