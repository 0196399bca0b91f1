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
 * A value with runtime expressions in it: a text that is one expression stands for that expression's value, and
 * <code>{$…}</code> inside a text for its value as text.
 */
public final class Template {
    private static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]+)}");

    private final @Nullable Object value;

    private Template(@Nullable Object value) {
        this.value = value;
    }

    /** Reads a plain value; every expression in it is read now, so that a mistake shows before anything is sent. */
    static Template parse(@Nullable Object value) throws SyntaxException {
        return new Template(read(value));
    }

    private static @Nullable Object read(@Nullable Object value) throws SyntaxException {
        if (value instanceof String text) {
            return text.startsWith("$") ? Expression.parse(text) : text(text);
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
            parts.add(Expression.parse(matcher.group(1)));
            end = matcher.end();
        }
        parts.add(text.substring(end));
        return parts.size() == 1 ? text : new Joined(parts);
    }

    /** A text made of pieces: texts and expressions. */
    private record Joined(List<Object> parts) {}

    /**
     * The value with everything filled in.
     *
     * @throws MissingValueException where an input or an output has no value
     */
    public @Nullable Object fill(Scope scope) throws MissingValueException {
        return fill(value, scope);
    }

    private static @Nullable Object fill(@Nullable Object value, Scope scope) throws MissingValueException {
        if (value instanceof Expression expression) {
            return expression.value(scope);
        }
        if (value instanceof Joined joined) {
            var text = new StringBuilder();
            for (Object part : joined.parts()) {
                text.append(part instanceof Expression expression ? expression.value(scope) : part);
            }
            return text.toString();
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

    /** Shows every expression in it. */
    void expressions(Consumer<Expression> seen) {
        expressions(value, seen);
    }

    private static void expressions(@Nullable Object value, Consumer<Expression> seen) {
        if (value instanceof Expression expression) {
            seen.accept(expression);
        } else if (value instanceof Joined joined) {
            joined.parts().forEach(part -> expressions(part, seen));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> expressions(member, seen));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> expressions(item, seen));
        }
    }
}
