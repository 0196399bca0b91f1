package dev.core7.contract.flow;

import java.util.List;

/**
 * What simple conditions (Arazzo 1.0.1) and filters (RFC 9535 §2.3.5) share: comparisons joined by {@code ||}, {@code &&} and
 * {@code !}.
 */
abstract class Logic {
    private static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

    private final Cursor cursor;

    Logic(Cursor cursor) {
        this.cursor = cursor;
    }

    final Cursor cursor() {
        return cursor;
    }

    /** The term that comes next. */
    abstract Term term() throws SyntaxException;

    /** Whether two values compare so. */
    abstract boolean compare(
            String operator,
            @org.jspecify.annotations.Nullable Object left,
            @org.jspecify.annotations.Nullable Object right);

    /** Reads a whole condition, as far as it goes. */
    final Test read() throws SyntaxException {
        Test left = conjunction();
        while (cursor.take("||")) {
            Test before = left;
            Test right = conjunction();
            left = at -> before.holds(at) || right.holds(at);
        }
        return left;
    }

    private Test conjunction() throws SyntaxException {
        Test left = basic();
        while (cursor.take("&&")) {
            Test before = left;
            Test right = basic();
            left = at -> before.holds(at) && right.holds(at);
        }
        return left;
    }

    private Test basic() throws SyntaxException {
        if (!cursor.sees("!=") && cursor.take("!")) {
            Test inner = basic();
            return at -> !inner.holds(at);
        }
        if (cursor.take("(")) {
            Test inner = read();
            cursor.expect(")");
            return inner;
        }
        return comparison();
    }

    private Test comparison() throws SyntaxException {
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
