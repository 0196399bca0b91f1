package dev.core7.contract.flow;

import dev.core7.contract.Json;
import dev.core7.contract.JsonValues;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Term.EvaluationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A condition of a success criterion: simple, regex or jsonpath (Arazzo 1.0.1, "Criterion Object"). */
public final class Condition {
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
            Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new SyntaxException("invalid regular expression: " + e.getDescription());
        }
        var checked = new Term.Text(new Term.Reference(context));
        var match = new Term.Match(checked, new Term.Literal(text), false);
        return new Condition(text, context, List.of(), new LogicalExpression.Truth(match));
    }

    /** Parses a query. It is applied to a list whose only element is {@code context}, and must select something. */
    static Condition jsonPath(String text, RuntimeExpression context) throws SyntaxException {
        var cursor = new Cursor(text);
        var query = JsonPath.parse(cursor);
        var test = query.segments().size() == 1 && query.segments().get(0) instanceof JsonPath.Filter filter
                ? filter.condition()
                : new LogicalExpression.Truth(query);
        return new Condition(text, context, cursor.expressions(), test);
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
            context.value(scope);
        }
        return test.holds(evaluated(scope));
    }

    /** Returns, in English, why the condition is not met. */
    public Mismatch mismatch(Scope scope) {
        boolean inBody = context != null && context.where().startsWith("/");
        return Mismatch.of(test, evaluated(scope), inBody ? context.where() : "", where());
    }

    /** Returns, in English, what makes the condition true: "`count` is 3". Alternatives that do not hold are omitted. */
    public String statement(Scope scope) {
        var at = evaluated(scope);
        return new ConditionEnglish(at).write(test.met(at), ConditionEnglish.Mood.STATED);
    }

    /** Returns the condition with the values of inputs and earlier steps inserted. */
    public String text(Scope scope) {
        return Template.EMBEDDED
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        JsonValues.cut(Json.write(valueOf(expression(match.group(1)), scope)))));
    }

    /** Returns the location of the value that the condition is about. */
    private String where() {
        if (context != null) {
            return context.where();
        }
        return named.stream()
                .filter(RuntimeExpression::refersToResponse)
                .findFirst()
                .map(RuntimeExpression::where)
                .orElse("body");
    }

    private EvaluationContext evaluated(Scope scope) {
        if (context == null) {
            return new EvaluationContext(scope, null, null);
        }
        var value = valueOf(context, scope);
        var root = new ArrayList<@Nullable Object>();
        root.add(value);
        return new EvaluationContext(scope, root, value);
    }

    /** Passes every expression to {@code seen}. */
    void expressions(Consumer<RuntimeExpression> seen) {
        Optional.ofNullable(context).ifPresent(seen);
        named.forEach(seen);
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
                return new Term.Literal(cursor().literal());
            }
            return new Term.Reference(RuntimeExpression.read(cursor()));
        }

        @Override
        boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
            return Comparison.loose(operator, left, right);
        }
    }
}
