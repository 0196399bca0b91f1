package dev.core7.examples.vendor.error;

import java.util.Locale;
import java.util.Objects;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;

/** Converts errors of Bean Validation to PostHog's errors. */
final class ValidationErrors {
    private ValidationErrors() {}

    static ApiException of(BindingResult result) {
        var error = result.getFieldError();
        return error == null
                ? ApiException.invalid("invalid_input", "Invalid input.", null)
                : ApiException.invalid(
                        code(error), Objects.requireNonNullElse(error.getDefaultMessage(), ""), attr(error));
    }

    private static String code(FieldError error) {
        return switch (Objects.requireNonNullElse(error.getCode(), "")) {
            case "NotNull" -> "required";
            case "Size" -> error.getRejectedValue() instanceof Iterable ? "invalid_input" : "max_length";
            default -> "invalid_input";
        };
    }

    /** Returns the name of the field in JSON: {@code personIds[0]} becomes {@code person_ids__0}. */
    private static String attr(FieldError error) {
        return error.getField()
                .replaceAll("\\[(\\d+)]", ".$1")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace(".", "__");
    }
}
