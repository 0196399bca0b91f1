package dev.core7.examples.vendor.error;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;

/** Converts errors of Jackson to PostHog's errors. */
final class JsonErrors {
    private JsonErrors() {}

    static ApiException of(@Nullable Throwable cause) {
        if (!(cause instanceof JacksonException error)) {
            return ApiException.invalid("invalid_input", "No data provided.", null);
        }
        if (error instanceof StreamReadException && !(error instanceof InputCoercionException)) {
            return ApiException.request(HttpStatus.BAD_REQUEST, "parse_error", "JSON parse error");
        }
        if (error instanceof InvalidNullException) {
            return ApiException.invalid("null", "This field may not be null.", attr(error));
        }
        if (error instanceof InvalidFormatException format
                && format.getTargetType().isEnum()) {
            return ApiException.invalid("invalid_choice", "Not a valid choice.", attr(error));
        }
        return ApiException.invalid("invalid_input", "Not a valid value.", attr(error));
    }

    /** Returns the path of the field, such as {@code filters__properties__values__0__type}, or null for the whole body. */
    private static @Nullable String attr(JacksonException error) {
        var path = error.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("__"));
        return path.isEmpty() ? null : path;
    }
}
