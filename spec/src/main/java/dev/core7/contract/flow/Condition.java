package dev.core7.contract.flow;

import dev.core7.contract.Json;
import dev.core7.contract.Values;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.Surroundings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A condition of a success criterion: simple, regex or jsonpath (Arazzo 1.0.1, "Criterion Object"). */
public final class Condition {
    private static final Pattern EMBEDDED = Pattern.compile("\\{(\\$[^{}]+)}");
    private static final Pattern MEMBER = Pattern.compile("@\\.([A-Za-z_][A-Za-z0-9_]*)");

    private final String text;
    private final @Nullable Expression context;
    private final List<Expression> named;
    private final Test test;

    private Condition(String text, @Nullable Expression context, List<Expression> named, Test test) {
        this.text = text;
        this.context = context;
        this.named = named;
        this.test = test;
    }

    /** Comparisons of runtime expressions and literals. */
    static Condition simple(String text) throws SyntaxException {
        var cursor = new Cursor(text);
        Test test = new Simple(cursor).read();
        if (!cursor.atEnd()) {
            throw cursor.problem("the end of the condition is expected");
        }
        return new Condition(text, null, cursor.expressions(), test);
    }

    /** A regular expression that is found in the text of {@code context}. */
    static Condition regex(String text, Expression context) throws SyntaxException {
        try {
            var pattern = Pattern.compile(text);
            return new Condition(text, context, List.of(), at -> {
                Object value = context.value(at.scope());
                return value != null && pattern.matcher(String.valueOf(value)).find();
            });
        } catch (PatternSyntaxException e) {
            throw new SyntaxException("not a regular expression: " + e.getDescription());
        }
    }

    /** A query that finds something in a list of which {@code context} is the one element. */
    static Condition jsonPath(String text, Expression context) throws SyntaxException {
        var cursor = new Cursor(text);
        var query = JsonPath.parse(cursor);
        return new Condition(text, context, cursor.expressions(), at -> {
            var wrapped = new ArrayList<@Nullable Object>();
            wrapped.add(context.value(at.scope()));
            return !query.select(wrapped, at.scope()).isEmpty();
        });
    }

    /**
     * Whether it holds.
     *
     * @throws MissingValueException where something it names has no value
     */
    public boolean holds(Scope scope) throws MissingValueException {
        if (context != null) {
            // Before anything is compared: a list without items must not hide that a value is missing.
            for (Expression each : named) {
                each.value(scope);
            }
        }
        return test.holds(new Surroundings(scope, null, null));
    }

    /** Where a finding about it stands. */
    public String where() {
        if (context != null) {
            var members = members();
            return members.size() == 1 ? "/" + members.get(0) : context.where();
        }
        return named.stream()
                .filter(Expression::isOfAnswer)
                .findFirst()
                .map(Expression::where)
                .orElse("body");
    }

    /** The condition with the values of other steps in it. */
    public String expected(Scope scope) {
        return EMBEDDED.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(Values.cut(Json.write(valueOf(expression(match.group(1)), scope)))));
    }

    /** What came, as far as the condition speaks of it. */
    public String actual(Scope scope) {
        var seen = new LinkedHashMap<String, String>();
        if (context != null) {
            var value = valueOf(context, scope);
            if (value instanceof Map<?, ?> map && !members().isEmpty()) {
                members()
                        .forEach(name ->
                                seen.put(name, map.containsKey(name) ? Values.describe(map.get(name)) : "absent"));
            } else {
                seen.put(context.where(), Values.describe(value));
            }
        } else {
            named.forEach(each -> seen.put(each.isOfAnswer() ? each.where() : each.toString(), describe(each, scope)));
        }
        return seen.size() == 1
                ? seen.values().iterator().next()
                : String.join(
                        ", ",
                        seen.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .toList());
    }

    /** Shows every expression in it. */
    void expressions(Consumer<Expression> seen) {
        Optional.ofNullable(context).ifPresent(seen);
        named.forEach(seen);
    }

    /** The members of the context that the outermost filter speaks of. */
    private List<String> members() {
        var members = new LinkedHashSet<String>();
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
            var before = text.substring(0, member.start());
            long depth = before.chars().filter(c -> c == '[').count()
                    - before.chars().filter(c -> c == ']').count();
            if (depth == 1) {
                members.add(member.group(1));
            }
        }
        return List.copyOf(members);
    }

    private static String describe(Expression expression, Scope scope) {
        return Values.describe(valueOf(expression, scope));
    }

    private static @Nullable Object valueOf(Expression expression, Scope scope) {
        try {
            return expression.value(scope);
        } catch (MissingValueException e) {
            return null;
        }
    }

    private static Expression expression(String text) {
        try {
            return Expression.parse(text);
        } catch (SyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** The logic of simple conditions. */
    private static final class Simple extends Logic {
        Simple(Cursor cursor) {
            super(cursor);
        }

        @Override
        Term term() throws SyntaxException {
            if (cursor().seesLiteral()) {
                return Term.literal(cursor().literal());
            }
            var expression = Expression.read(cursor());
            return Term.of(at -> expression.value(at.scope()));
        }

        @Override
        boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
            return Comparison.loose(operator, left, right);
        }
    }
}
