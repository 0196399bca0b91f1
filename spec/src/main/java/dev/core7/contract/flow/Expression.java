package dev.core7.contract.flow;

import dev.core7.contract.JsonPointer;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A runtime expression (Arazzo 1.0.1, "Runtime Expressions"), as far as flows need them: {@code $inputs.name},
 * {@code $steps.step.outputs.name}, {@code $statusCode}, {@code $response.header.Name} and {@code $response.body} with or
 * without a JSON Pointer.
 */
public final class Expression {
    private static final String NAME = "[A-Za-z0-9_-]+";
    private static final Pattern FORM = Pattern.compile("\\$(?:(?<status>statusCode)"
            + "|inputs\\.(?<input>" + NAME + ")"
            + "|steps\\.(?<step>" + NAME + ")\\.outputs\\.(?<output>" + NAME + ")"
            + "|response\\.header\\.(?<header>[A-Za-z0-9!#$%&'*+.^_`|~-]+)"
            + "|(?<body>response\\.body)(?:#(?<pointer>[^\\s(){}]*))?)");

    private final String text;
    private final Matcher parts;

    private Expression(String text, Matcher parts) {
        this.text = text;
        this.parts = parts;
    }

    /** Reads a text that is an expression as a whole. */
    static Expression parse(String text) throws SyntaxException {
        var cursor = new Cursor(text);
        var expression = read(cursor);
        if (!cursor.atEnd()) {
            throw cursor.problem("one runtime expression is expected");
        }
        return expression;
    }

    /** Reads the expression that comes next. */
    static Expression read(Cursor cursor) throws SyntaxException {
        String text = cursor.take(FORM);
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw cursor.problem(
                    "a runtime expression is expected that the kit executes: $inputs.…, $steps.….outputs.…,"
                            + " $statusCode, $response.header.… or $response.body#/…");
        }
        var expression = new Expression(text, parts);
        cursor.note(expression);
        return expression;
    }

    /**
     * Its value; null where a pointer leads nowhere, or to a null.
     *
     * @throws MissingValueException where an input or an output has no value
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

    /** Where a finding about it stands: {@code status}, {@code header X}, a JSON Pointer, or {@code body}. */
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

    /** Whether it speaks of the answer. */
    boolean isOfAnswer() {
        return parts.group("input") == null && parts.group("step") == null;
    }

    /** The input that it names; empty where it names none. */
    public String input() {
        return parts.group("input") == null ? "" : parts.group("input");
    }

    /** The step whose output it names; empty where it names none. */
    String step() {
        return parts.group("step") == null ? "" : parts.group("step");
    }

    /** The output of the step that it names; empty where it names none. */
    String output() {
        return parts.group("output") == null ? "" : parts.group("output");
    }

    @Override
    public String toString() {
        return text;
    }
}
