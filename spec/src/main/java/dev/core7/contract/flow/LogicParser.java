package dev.core7.contract.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses comparisons that are combined by {@code ||}, {@code &&} and {@code !}, in simple conditions (Arazzo 1.0.1) and in
 * filters (RFC 9535 §2.3.5).
 */
abstract class LogicParser {
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

    private final Cursor cursor;

    LogicParser(Cursor cursor) {
        this.cursor = cursor;
    }

    final Cursor cursor() {
        return cursor;
    }

    /** Parses the term at the cursor. */
    abstract Term term() throws SyntaxException;

    /** Returns whether the comparison of two values is true. */
    abstract boolean compare(String operator, @Nullable Object left, @Nullable Object right);

    /** Parses the longest condition at the cursor. */
    final LogicalExpression read() throws SyntaxException {
        var parts = new ArrayList<LogicalExpression>();
        do {
            parts.add(conjunction());
        } while (cursor.take("||"));
        return parts.size() == 1 ? parts.get(0) : new LogicalExpression.Or(List.copyOf(parts));
    }

    private LogicalExpression conjunction() throws SyntaxException {
        var parts = new ArrayList<LogicalExpression>();
        do {
            parts.add(basic());
        } while (cursor.take("&&"));
        return parts.size() == 1 ? parts.get(0) : new LogicalExpression.And(List.copyOf(parts));
    }

    private LogicalExpression basic() throws SyntaxException {
        if (!cursor.sees("!=") && cursor.take("!")) {
            return basic().negated();
        }
        if (cursor.take("(")) {
            LogicalExpression inner = read();
            cursor.expect(")");
            return inner;
        }
        return comparison();
    }

    private LogicalExpression comparison() throws SyntaxException {
        Term left = term();
        for (String operator : OPERATORS) {
            if (cursor.take(operator)) {
                return new LogicalExpression.Relation(left, operator, term(), this::compare);
            }
        }
        return new LogicalExpression.Truth(left);
    }
}
