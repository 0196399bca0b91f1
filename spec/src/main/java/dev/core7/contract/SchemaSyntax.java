package dev.core7.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Checks that a schema is valid JSON Schema, and reports the line of an error. Otherwise, a validator would fail long after the
 * file was read. Follows every {@code $ref}, and checks each schema once.
 */
final class SchemaSyntax {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "integer", "number", "string", "array", "object");

    private final UnaryOperator<YamlNode> resolve;
    private final Set<String> seen = new HashSet<>();

    /** @param resolve follows the {@code $ref}s of a node, and rejects unknown references */
    SchemaSyntax(UnaryOperator<YamlNode> resolve) {
        this.resolve = resolve;
    }

    /** @throws InputException if the schema or one that it refers to is invalid */
    void check(YamlNode schema) {
        if (schema.value() instanceof Boolean || !seen.add(schema.pointer())) {
            return;
        }
        schema.mapping().forEach(this::check);
        if (schema.field("$ref").isPresent()) {
            check(resolve.apply(schema));
        }
    }

    private void check(String keyword, YamlNode value) {
        switch (keyword) {
            case "type" -> type(value);
            case "required" -> value.texts();
            case "enum" -> value.list();
            case "pattern" -> pattern(value);
            case "format", "description" -> value.text();
            case "dependentRequired" -> value.mapping().values().forEach(YamlNode::texts);
            case "properties" -> value.mapping().values().forEach(this::check);
            case "anyOf", "oneOf", "allOf" -> value.list().forEach(this::check);
            case "items", "not", "additionalProperties" -> check(value);
            case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" -> count(value);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" -> number(value);
            default -> {}
        }
    }

    private static void type(YamlNode value) {
        var names = value.value() instanceof String ? List.of(value.text()) : value.texts();
        if (names.isEmpty() || !TYPES.containsAll(names)) {
            throw value.problem(
                    "expected a JSON type or a list of JSON types, got " + JsonValues.describe(value.value()));
        }
    }

    private static void pattern(YamlNode value) {
        try {
            Pattern.compile(value.text());
        } catch (PatternSyntaxException e) {
            throw value.problem("invalid regular expression: " + e.getDescription());
        }
    }

    private static void count(YamlNode value) {
        if (!(value.value() instanceof Integer count) || count < 0) {
            throw value.problem("expected a number of at least 0, got " + JsonValues.describe(value.value()));
        }
    }

    private static void number(YamlNode value) {
        if (!(value.value() instanceof Number)) {
            throw value.problem("expected a number, got " + JsonValues.describe(value.value()));
        }
    }
}
