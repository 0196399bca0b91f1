package dev.core7.mock.validation;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import dev.core7.mock.http.PostHogError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Validates the fields of a request body against the contract's schema, in its order, and reports errors as PostHog's
 * serializers do. A number is accepted as a string.
 */
public final class StandardBodies {
    private StandardBodies() {}

    /** Reads a body; the values of a form are parsed as JSON unless the schema allows a string. */
    static BodyReading read(Operation operation, RequestBody body) {
        var schema = operation.body().orElseThrow().schema();
        if (!body.hasFields()) {
            return BodyReading.refused(notAnObject(body.value()));
        }
        var known = schema.properties();
        var names = body.names();
        var errors = new ArrayList<PostHogError>();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        names.forEach(name -> fields.put(name, value(known.get(name), body, name)));
        known.forEach((name, field) -> (names.contains(name)
                        ? body.isForm() ? Optional.<PostHogError>empty() : wrong(name, field, fields.get(name))
                        : missing(name, !body.isForm() && schema.required().contains(name)))
                .ifPresent(errors::add));
        return new BodyReading(fields, errors, Optional.empty());
    }

    private static @Nullable Object value(@Nullable Schema schema, RequestBody body, String name) {
        var value = body.field(name);
        if (!body.isForm() || schema == null || schema.types().contains("string")) {
            return value;
        }
        try {
            return Json.parse(String.valueOf(value));
        } catch (Json.NotJsonException e) {
            return value;
        }
    }

    private static PostHogError notAnObject(@Nullable Object body) {
        return PostHogError.invalidInput("Invalid data. Expected a dictionary, but got " + PythonType.of(body) + ".");
    }

    private static Optional<PostHogError> missing(String name, boolean required) {
        return required ? Optional.of(required(name)) : Optional.empty();
    }

    /** Returns the error for the value of a field that violates its schema. */
    public static Optional<PostHogError> wrong(String name, Schema schema, @Nullable Object sent) {
        var value = sent instanceof Number && schema.types().contains("string") ? sent.toString() : sent;
        var violations = schema.violations(value);
        return violations.stream()
                .filter(violation -> violation.keyword().equals("type"))
                .findFirst()
                .or(() -> violations.stream().findFirst())
                .map(violation -> error(name, violation, JsonPointer.find(value, violation.where()), schema))
                .or(() -> isNoId(schema, value) ? Optional.of(unknown(name, value)) : Optional.empty());
    }

    /** Returns whether a value refers to another object by a number that no object has. */
    private static boolean isNoId(Schema schema, @Nullable Object value) {
        return schema.text("x-fixture").isPresent()
                && value instanceof Number number
                && (number.doubleValue() < 0 || number.doubleValue() > Integer.MAX_VALUE);
    }

    private static PostHogError unknown(String name, @Nullable Object value) {
        return PostHogError.invalid("does_not_exist", "Invalid pk \"" + value + "\" - object does not exist.", name);
    }

    private static PostHogError error(String name, Violation violation, @Nullable Object value, Schema schema) {
        String attr = name + String.join("", nested(violation));
        return switch (violation.keyword()) {
            case "required" -> required(attr);
            case "enum" -> PostHogError.invalid("invalid_choice", "\"" + value + "\" is not a valid choice.", attr);
            case "maxLength" ->
                PostHogError.invalid(
                        "max_length",
                        "Ensure this field has no more than " + schema.keyword("maxLength") + " characters.",
                        attr);
            case "type" ->
                value == null
                        ? PostHogError.invalid("null", "This field may not be null.", attr)
                        : PostHogError.invalid("invalid_input", wrongType(violation, value), attr);
            default -> PostHogError.invalid("invalid_input", wrongForm(violation), attr);
        };
    }

    private static List<String> nested(Violation violation) {
        return JsonPointer.tokens(violation.where()).stream()
                .map(token -> "__" + token)
                .toList();
    }

    private static PostHogError required(String attr) {
        return PostHogError.invalid("required", "This field is required.", attr);
    }

    private static String wrongType(Violation violation, Object value) {
        return switch (violation.expected().replace("null or ", "").split(" ", 2)[0]) {
            case "string" -> "Not a valid string.";
            case "integer" -> "A valid integer is required.";
            case "number" -> "A valid number is required.";
            case "boolean" -> "Must be a valid boolean.";
            case "array" -> "Expected a list of items but got type \"" + PythonType.of(value) + "\".";
            default -> "Expected a dictionary of items but got type \"" + PythonType.of(value) + "\".";
        };
    }

    private static String wrongForm(Violation violation) {
        return switch (violation.expected()) {
            case "format date-time" ->
                "Datetime has wrong format. Use one of these formats instead: "
                        + "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
            case "format uuid" -> "Must be a valid UUID.";
            default -> "Invalid value: expected " + violation.expected() + ".";
        };
    }
}
