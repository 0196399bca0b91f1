package dev.core7.contract.flow;

import dev.core7.contract.JsonPointer;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A runtime expression (Arazzo 1.0.1, "Runtime Expressions"). Flows support these forms: {@code $inputs.name},
 * {@code $steps.step.outputs.name}, {@code $statusCode}, {@code $response.header.Name} and {@code $response.body} with or
 * without a JSON Pointer.
 */
public final class RuntimeExpression {
    private static final String NAME = "[A-Za-z0-9_-]+";
    private static final Pattern SYNTAX = Pattern.compile("\\$(?:(?<status>statusCode)"
            + "|inputs\\.(?<input>" + NAME + ")"
            + "|steps\\.(?<step>" + NAME + ")\\.outputs\\.(?<output>" + NAME + ")"
            + "|response\\.header\\.(?<header>[A-Za-z0-9!#$%&'*+.^_`|~-]+)"
            + "|(?<body>response\\.body)(?:#(?<pointer>[^\\s(){}]*))?)");

    private final String text;
    private final Matcher parts;

    private RuntimeExpression(String text, Matcher parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Parses a text that consists of one expression. */
    static RuntimeExpression parse(String text) throws SyntaxException {
        var cursor = new Cursor(text);
        var expression = read(cursor);
        if (!cursor.atEnd()) {
            throw cursor.problem("expected one runtime expression");
        }
        return expression;
    }

    /** Parses the expression at the cursor. */
    static RuntimeExpression read(Cursor cursor) throws SyntaxException {
        String text = cursor.take(SYNTAX);
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw cursor.problem("expected a runtime expression that the kit supports: $inputs.…, $steps.….outputs.…,"
                    + " $statusCode, $response.header.… or $response.body#/…");
        }
        var expression = new RuntimeExpression(text, parts);
        cursor.record(expression);
        return expression;
    }

    /**
     * Returns the value; null if a pointer leads to null or to nothing.
     *
     * @throws MissingValueException if an input or an output has no value
     */
    public @Nullable Object value(Scope scope) throws MissingValueException {
        if (parts.group("status") != null) {
            return scope.status();
        }
        if (parts.group("input") != null) {
            return scope.input(parts.group("input"));
        }
        if (parts.group("step") != null) {
            return scope.output(parts.group("step"), parts.group("output"));
        }
        if (parts.group("header") != null) {
            return scope.header(parts.group("header")).orElse(null);
        }
        String pointer = parts.group("pointer");
        return pointer == null ? scope.body() : JsonPointer.find(scope.body(), pointer);
    }

    /** Returns the location for findings: {@code status}, {@code header X}, a JSON Pointer, or {@code body}. */
    String where() {
        if (parts.group("status") != null) {
            return "status";
        }
        if (parts.group("header") != null) {
            return "header " + parts.group("header");
        }
        String pointer = parts.group("pointer");
        return pointer == null || pointer.isEmpty() ? "body" : pointer;
    }

    /** Returns the value in English: {@code status}, {@code header `X`}, {@code `results[0].id`}, {@code `id` of step `create`}. */
    String display() {
        if (parts.group("status") != null) {
            return "status";
        }
        if (!input().isEmpty()) {
            return "input `" + input() + "`";
        }
        if (!step().isEmpty()) {
            return "`" + output() + "` of step `" + step() + "`";
        }
        if (parts.group("header") != null) {
            return "header `" + parts.group("header") + "`";
        }
        String pointer = where();
        return pointer.equals("body")
                ? "the body"
                : "`"
                        + pointer.substring(1)
                                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                                .replace('/', '.')
                        + "`";
    }

    /** Returns whether the expression refers to the response. */
    boolean refersToResponse() {
        return parts.group("input") == null && parts.group("step") == null;
    }

    /** Returns the name of the input that the expression refers to; empty if there is none. */
    public String input() {
        return parts.group("input") == null ? "" : parts.group("input");
    }

    /** Returns the id of the step that the expression refers to; empty if there is none. */
    String step() {
        return parts.group("step") == null ? "" : parts.group("step");
    }

    /** Returns the name of the output that the expression refers to; empty if there is none. */
    String output() {
        return parts.group("output") == null ? "" : parts.group("output");
    }

    @Override
    public String toString() {
        return text;
    }
}
