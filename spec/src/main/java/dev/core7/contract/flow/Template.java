package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that contains runtime expressions. A text that is one expression is replaced by the value of the expression, and
 * <code>{$…}</code> within a text by the value as text.
 */
public final class Template {
    /** A runtime expression within a text; group 1 is the expression. */
    static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]+)}");

    private final @Nullable Object value;

    private Template(@Nullable Object value) {
        this.value = value;
    }

    /** Parses a plain value with all its expressions, so that errors are found before anything is sent. */
    static Template parse(@Nullable Object value) throws SyntaxException {
        return new Template(read(value));
    }

    private static @Nullable Object read(@Nullable Object value) throws SyntaxException {
        if (value instanceof String text) {
            return text.startsWith("$") ? RuntimeExpression.parse(text) : text(text);
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            for (var entry : map.entrySet()) {
                copy.put(entry.getKey().toString(), read(entry.getValue()));
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            for (Object item : list) {
                copy.add(read(item));
            }
            return copy;
        }
        return value;
    }

    private static Object text(String text) throws SyntaxException {
        var parts = new ArrayList<Object>();
        var matcher = EMBEDDED.matcher(text);
        int end = 0;
        while (matcher.find()) {
            parts.add(text.substring(end, matcher.start()));
            parts.add(RuntimeExpression.parse(matcher.group(1)));
            end = matcher.end();
        }
        parts.add(text.substring(end));
        return parts.size() == 1 ? text : new Concatenation(parts);
    }

    /** A text that consists of texts and expressions. */
    private record Concatenation(List<Object> parts) {}

    /**
     * Returns the value with all expressions replaced.
     *
     * @throws MissingValueException if an input or an output has no value
     */
    public @Nullable Object fill(Scope scope) throws MissingValueException {
        return fill(value, scope);
    }

    private static @Nullable Object fill(@Nullable Object value, Scope scope) throws MissingValueException {
        if (value instanceof RuntimeExpression expression) {
            return expression.value(scope);
        }
        if (value instanceof Concatenation text) {
            var filled = new StringBuilder();
            for (Object part : text.parts()) {
                filled.append(part instanceof RuntimeExpression expression ? expression.value(scope) : part);
            }
            return filled.toString();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            for (var entry : map.entrySet()) {
                copy.put(entry.getKey().toString(), fill(entry.getValue(), scope));
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            for (Object item : list) {
                copy.add(fill(item, scope));
            }
            return copy;
        }
        return value;
    }

    /** Passes every expression to {@code seen}. */
    void expressions(Consumer<RuntimeExpression> seen) {
        expressions(value, seen);
    }

    private static void expressions(@Nullable Object value, Consumer<RuntimeExpression> seen) {
        if (value instanceof RuntimeExpression expression) {
            seen.accept(expression);
        } else if (value instanceof Concatenation text) {
            text.parts().forEach(part -> expressions(part, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> expressions(member, seen));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> expressions(item, seen));
        }
    }
}
