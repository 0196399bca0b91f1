package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath query (RFC 9535), as far as flows need it: names, indexes, wildcards and filters with the functions of the
 * RFC; no slices and no descendants. Inside a filter <code>{$…}</code> stands for the value of a runtime expression.
 */
final class JsonPath implements Term {
    private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

    private final boolean fromRoot;
    private final List<Segment> segments;

    private JsonPath(boolean fromRoot, List<Segment> segments) {
        this.fromRoot = fromRoot;
        this.segments = segments;
    }

    /** One step of a query, from a value to those it leads to. */
    @FunctionalInterface
    private interface Segment {
        List<@Nullable Object> from(@Nullable Object value, Surroundings at) throws MissingValueException;
    }

    /** Reads a text that is a query as a whole. */
    static JsonPath parse(String text) throws SyntaxException {
        return parse(new Cursor(text));
    }

    /** Reads what is left of a text as one query. */
    static JsonPath parse(Cursor cursor) throws SyntaxException {
        if (!cursor.sees("$")) {
            throw cursor.problem("a query begins with $");
        }
        var query = read(cursor);
        if (!cursor.atEnd()) {
            throw cursor.problem("the end of the query is expected");
        }
        return query;
    }

    /** Reads the query that comes next. */
    static JsonPath read(Cursor cursor) throws SyntaxException {
        boolean fromRoot = cursor.take("$");
        if (!fromRoot) {
            cursor.expect("@");
        }
        var segments = new ArrayList<Segment>();
        while (true) {
            if (cursor.take("..")) {
                throw cursor.problem("descendants (..) are not executed by the kit");
            } else if (cursor.take(".")) {
                segments.add(cursor.take("*") ? JsonPath::children : name(cursor));
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
            throw cursor.problem("a name is expected");
        }
        return (value, at) -> member(value, name);
    }

    private static Segment bracket(Cursor cursor) throws SyntaxException {
        if (cursor.take("?")) {
            Test filter = new Filter(cursor).read();
            return (value, at) -> {
                var kept = new ArrayList<@Nullable Object>();
                for (Object child : children(value, at)) {
                    if (filter.holds(at.with(child))) {
                        kept.add(child);
                    }
                }
                return kept;
            };
        }
        if (cursor.take("*")) {
            return JsonPath::children;
        }
        if (cursor.sees("'") || cursor.sees("\"")) {
            String name = String.valueOf(cursor.literal());
            return (value, at) -> member(value, name);
        }
        String index = cursor.take(INDEX);
        if (index.isEmpty()) {
            throw cursor.problem("a name in quotes, an index, * or ? is expected; the kit executes no slices");
        }
        int position = Integer.parseInt(index);
        return (value, at) ->
                value instanceof List<?> list && position < list.size() ? one(list.get(position)) : List.of();
    }

    private static List<@Nullable Object> member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name) ? one(map.get(name)) : List.of();
    }

    private static List<@Nullable Object> children(@Nullable Object value, Surroundings at) {
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

    /** Everything the query finds in {@code root}. */
    List<@Nullable Object> select(@Nullable Object root, Scope scope) throws MissingValueException {
        return select(new Surroundings(scope, root, root));
    }

    /** Everything the query finds from where it stands. */
    List<@Nullable Object> select(Surroundings at) throws MissingValueException {
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

    /** The one value it finds. */
    @Override
    public @Nullable Object value(Surroundings at) throws MissingValueException {
        var found = select(at);
        return found.size() == 1 ? found.get(0) : Comparison.NOTHING;
    }

    /** Whether it finds anything. */
    @Override
    public boolean holds(Surroundings at) throws MissingValueException {
        return !select(at).isEmpty();
    }
}
