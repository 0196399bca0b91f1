package dev.core7.contract.flow;

import dev.core7.contract.Json;
import dev.core7.contract.JsonValues;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
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
    private static final Pattern MEMBER = Pattern.compile("@\\.([A-Za-z_][A-Za-z0-9_]*)");

    private final String text;
    private final @Nullable RuntimeExpression context;
    private final List<RuntimeExpression> named;
    private final LogicalExpression test;

    private Condition(
            String text, @Nullable RuntimeExpression context, List<RuntimeExpression> named, LogicalExpression test) {
        this.text = text;
        this.context = context;
        this.named = named;
        this.test = test;
    }

    /** Parses a simple condition, which compares runtime expressions and literals. */
    static Condition simple(String text) throws SyntaxException {
        var cursor = new Cursor(text);
        LogicalExpression test = new SimpleParser(cursor).read();
        if (!cursor.atEnd()) {
            throw cursor.problem("expected the end of the condition");
        }
        return new Condition(text, null, cursor.expressions(), test);
    }

    /** Parses a regular expression, which the text of {@code context} must contain. */
    static Condition regex(String text, RuntimeExpression context) throws SyntaxException {
        try {
            var pattern = Pattern.compile(text);
            return new Condition(text, context, List.of(), at -> {
                Object value = context.value(at.scope());
                return value != null && pattern.matcher(String.valueOf(value)).find();
            });
        } catch (PatternSyntaxException e) {
            throw new SyntaxException("invalid regular expression: " + e.getDescription());
        }
    }

    /** Parses a query. It is applied to a list whose only element is {@code context}, and must select something. */
    static Condition jsonPath(String text, RuntimeExpression context) throws SyntaxException {
        var cursor = new Cursor(text);
        var query = JsonPath.parse(cursor);
        return new Condition(text, context, cursor.expressions(), at -> {
            var wrapped = new ArrayList<@Nullable Object>();
            wrapped.add(context.value(at.scope()));
            return !query.select(wrapped, at.scope()).isEmpty();
        });
    }

    /**
     * Returns whether the condition is met.
     *
     * @throws MissingValueException if an input or output that it uses has no value
     */
    public boolean holds(Scope scope) throws MissingValueException {
        if (context != null) {
            // First, because a list without items must not hide a missing value.
            for (RuntimeExpression each : named) {
                each.value(scope);
            }
        }
        return test.holds(new EvaluationContext(scope, null, null));
    }

    /** Returns the location of a finding about this condition. */
    public String where() {
        if (context != null) {
            var members = members();
            return members.size() == 1 ? "/" + members.get(0) : context.where();
        }
        return named.stream()
                .filter(RuntimeExpression::refersToResponse)
                .findFirst()
                .map(RuntimeExpression::where)
                .orElse("body");
    }

    /** Returns the condition with the values of inputs and earlier steps inserted. */
    public String expected(Scope scope) {
        return Template.EMBEDDED
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        JsonValues.cut(Json.write(valueOf(expression(match.group(1)), scope)))));
    }

    /** Returns the values of the response that the condition refers to. */
    public String actual(Scope scope) {
        var seen = new LinkedHashMap<String, String>();
        if (context != null) {
            var value = valueOf(context, scope);
            if (value instanceof Map<?, ?> map && !members().isEmpty()) {
                members()
                        .forEach(name ->
                                seen.put(name, map.containsKey(name) ? JsonValues.describe(map.get(name)) : "absent"));
            } else {
                seen.put(context.where(), JsonValues.describe(value));
            }
        } else {
            named.forEach(
                    each -> seen.put(each.refersToResponse() ? each.where() : each.toString(), describe(each, scope)));
        }
        return seen.size() == 1
                ? seen.values().iterator().next()
                : String.join(
                        ", ",
                        seen.entrySet().stream()
                                .map(e -> e.getKey() + " " + e.getValue())
                                .toList());
    }

    /** Passes every expression to {@code seen}. */
    void expressions(Consumer<RuntimeExpression> seen) {
        Optional.ofNullable(context).ifPresent(seen);
        named.forEach(seen);
    }

    /** Returns the members of the context that the outermost filter refers to. */
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

    private static String describe(RuntimeExpression expression, Scope scope) {
        return JsonValues.describe(valueOf(expression, scope));
    }

    private static @Nullable Object valueOf(RuntimeExpression expression, Scope scope) {
        try {
            return expression.value(scope);
        } catch (MissingValueException e) {
            return null;
        }
    }

    private static RuntimeExpression expression(String text) {
        try {
            return RuntimeExpression.parse(text);
        } catch (SyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return text;
    }

    /** Parses simple conditions. */
    private static final class SimpleParser extends LogicParser {
        SimpleParser(Cursor cursor) {
            super(cursor);
        }

        @Override
        Term term() throws SyntaxException {
            if (cursor().seesLiteral()) {
                return Term.literal(cursor().literal());
            }
            var expression = RuntimeExpression.read(cursor());
            return Term.of(at -> expression.value(at.scope()));
        }

        @Override
        boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
            return Comparison.loose(operator, left, right);
        }
    }
}
