package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath query (RFC 9535) with names, indexes, wildcards and filters, but without slices and descendants. In a filter,
 * <code>{$…}</code> is replaced by the value of a runtime expression.
 */
final class JsonPath implements Term {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final boolean fromRoot;
    private final List<Segment> segments;

    private JsonPath(boolean fromRoot, List<Segment> segments) {
        this.fromRoot = fromRoot;
        this.segments = segments;
    }

    /** A segment of a query: selects children of a value. */
    sealed interface Segment {
        List<@Nullable Object> from(@Nullable Object value, EvaluationContext at) throws MissingValueException;
    }

    /** Selects a member of an object. */
    record Name(String name) implements Segment {
        @Override
        public List<@Nullable Object> from(@Nullable Object value, EvaluationContext at) {
            return value instanceof Map<?, ?> map && map.containsKey(name) ? one(map.get(name)) : List.of();
        }
    }

    /** Selects an item of a list. */
    record Index(int position) implements Segment {
        @Override
        public List<@Nullable Object> from(@Nullable Object value, EvaluationContext at) {
            return value instanceof List<?> list && position < list.size() ? one(list.get(position)) : List.of();
        }
    }

    /** Selects all items of a list, or the values of all members of an object. */
    record Wildcard() implements Segment {
        @Override
        public List<@Nullable Object> from(@Nullable Object value, EvaluationContext at) {
            return children(value);
        }
    }

    /** Selects the children that meet a condition. */
    record Filter(LogicalExpression condition) implements Segment {
        @Override
        public List<@Nullable Object> from(@Nullable Object value, EvaluationContext at) throws MissingValueException {
            var kept = new ArrayList<@Nullable Object>();
            for (Object child : children(value)) {
                if (condition.holds(at.withCurrent(child))) {
                    kept.add(child);
                }
            }
            return kept;
        }
    }

    /** Parses a text that consists of one query. */
    static JsonPath parse(String text) throws SyntaxException {
        return parse(new Cursor(text));
    }

    /** Parses the rest of a text as one query. */
    static JsonPath parse(Cursor cursor) throws SyntaxException {
        if (!cursor.sees("$")) {
            throw cursor.problem("a query must start with $");
        }
        var query = read(cursor);
        if (!cursor.atEnd()) {
            throw cursor.problem("expected the end of the query");
        }
        return query;
    }

    /** Parses the query at the cursor. */
    static JsonPath read(Cursor cursor) throws SyntaxException {
        boolean fromRoot = cursor.take("$");
        if (!fromRoot) {
            cursor.expect("@");
        }
        var segments = new ArrayList<Segment>();
        while (true) {
            if (cursor.take("..")) {
                throw cursor.problem("the kit does not support descendants (..)");
            } else if (cursor.take(".")) {
                segments.add(cursor.take("*") ? new Wildcard() : name(cursor));
            } else if (cursor.take("[")) {
                segments.add(bracket(cursor));
                cursor.expect("]");
            } else {
                return new JsonPath(fromRoot, List.copyOf(segments));
            }
        }
    }

    private static Segment name(Cursor cursor) throws SyntaxException {
        String name = cursor.word();
        if (name.isEmpty()) {
            throw cursor.problem("expected a name");
        }
        return new Name(name);
    }

    private static Segment bracket(Cursor cursor) throws SyntaxException {
        if (cursor.take("?")) {
            return new Filter(new FilterParser(cursor).read());
        }
        if (cursor.take("*")) {
            return new Wildcard();
        }
        if (cursor.sees("'") || cursor.sees("\"")) {
            return new Name(String.valueOf(cursor.literal()));
        }
        String index = cursor.take(INDEX);
        if (index.isEmpty()) {
            throw cursor.problem("expected a name in quotes, an index, * or ?; the kit does not support slices");
        }
        return new Index(Integer.parseInt(index));
    }

    private static List<@Nullable Object> children(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.values());
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    private static List<@Nullable Object> one(@Nullable Object value) {
        var one = new ArrayList<@Nullable Object>();
        one.add(value);
        return one;
    }

    /** Returns the segments after the root or current value. */
    List<Segment> segments() {
        return segments;
    }

    /** Returns the names and indexes of the query, such as {@code results[0].id}; other segments as {@code [*]}. */
    String display() {
        var text = new StringBuilder(fromRoot ? "$" : "");
        for (Segment segment : segments) {
            if (segment instanceof Name name) {
                text.append(text.isEmpty() ? "" : ".").append(name.name());
            } else {
                text.append(segment instanceof Index index ? "[" + index.position() + "]" : "[*]");
            }
        }
        return text.toString();
    }

    /** Returns the query without its last segment. */
    JsonPath parent() {
        return new JsonPath(fromRoot, segments.subList(0, segments.size() - 1));
    }

    /** Returns all values that the query selects in {@code root}. */
    List<@Nullable Object> select(@Nullable Object root, Scope scope) throws MissingValueException {
        return select(new EvaluationContext(scope, root, root));
    }

    /** Returns all values that the query selects in a context. */
    List<@Nullable Object> select(EvaluationContext at) throws MissingValueException {
        var found = one(fromRoot ? at.root() : at.current());
        for (Segment segment : segments) {
            var next = new ArrayList<@Nullable Object>();
            for (Object value : found) {
                next.addAll(segment.from(value, at));
            }
            found = next;
        }
        return found;
    }

    /** Returns the only value that the query selects, otherwise {@link Comparison#NOTHING}. */
    @Override
    public @Nullable Object value(EvaluationContext at) throws MissingValueException {
        var found = select(at);
        return found.size() == 1 ? found.get(0) : Comparison.NOTHING;
    }

    /** Returns whether the query selects anything. */
    @Override
    public boolean holds(EvaluationContext at) throws MissingValueException {
        return !select(at).isEmpty();
    }
}
