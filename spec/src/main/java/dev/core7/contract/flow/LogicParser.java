package dev.core7.contract.flow;

import java.util.List;

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
    abstract boolean compare(
            String operator,
            @org.jspecify.annotations.Nullable Object left,
            @org.jspecify.annotations.Nullable Object right);

    /** Parses the longest condition at the cursor. */
    final LogicalExpression read() throws SyntaxException {
        LogicalExpression left = conjunction();
        while (cursor.take("||")) {
            LogicalExpression before = left;
            LogicalExpression right = conjunction();
            left = at -> before.holds(at) || right.holds(at);
        }
        return left;
    }

    private LogicalExpression conjunction() throws SyntaxException {
        LogicalExpression left = basic();
        while (cursor.take("&&")) {
            LogicalExpression before = left;
            LogicalExpression right = basic();
            left = at -> before.holds(at) && right.holds(at);
        }
        return left;
    }

    private LogicalExpression basic() throws SyntaxException {
        if (!cursor.sees("!=") && cursor.take("!")) {
            LogicalExpression inner = basic();
            return at -> !inner.holds(at);
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
                Term right = term();
                return at -> compare(operator, left.value(at), right.value(at));
            }
        }
        return left::holds;
    }
}
