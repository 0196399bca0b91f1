package dev.core7.contract.flow;

import dev.core7.contract.flow.Scope.MissingValueException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Parses the condition in {@code [?…]} of a JSONPath query (RFC 9535 §2.3.5), with the functions of §2.4. */
final class FilterParser extends LogicParser {
    FilterParser(Cursor cursor) {
        super(cursor);
    }

    @Override
    boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
        return Comparison.exact(operator, left, right);
    }

    @Override
    Term term() throws SyntaxException {
        if (cursor().sees("@") || cursor().sees("$")) {
            return JsonPath.read(cursor());
        }
        if (cursor().take("{")) {
            var expression = RuntimeExpression.read(cursor());
            cursor().expect("}");
            return Term.of(at -> expression.value(at.scope()));
        }
        return cursor().seesLiteral() ? Term.literal(cursor().literal()) : function();
    }

    private Term function() throws SyntaxException {
        String name = cursor().word();
        cursor().expect("(");
        Term function = switch (name) {
            case "count" -> count();
            case "length" -> length();
            case "match" -> regex(true);
            case "search" -> regex(false);
            default ->
                throw cursor().problem("the kit supports the functions count, length, match and search, not " + name);
        };
        cursor().expect(")");
        return function;
    }

    private Term count() throws SyntaxException {
        var query = JsonPath.read(cursor());
        return Term.of(at -> BigInteger.valueOf(query.select(at).size()));
    }

    private Term length() throws SyntaxException {
        Term of = term();
        return Term.of(at -> length(of.value(at)));
    }

    private static Object length(@Nullable Object value) {
        if (value instanceof String text) {
            return BigInteger.valueOf(text.codePointCount(0, text.length()));
        }
        if (value instanceof List<?> list) {
            return BigInteger.valueOf(list.size());
        }
        return value instanceof Map<?, ?> map ? BigInteger.valueOf(map.size()) : Comparison.NOTHING;
    }

    private Term regex(boolean whole) throws SyntaxException {
        Term text = term();
        cursor().expect(",");
        Term pattern = term();
        return Term.of(at ->
                text.value(at) instanceof String t && pattern.value(at) instanceof String p && matches(t, p, whole));
    }

    private static boolean matches(String text, String pattern, boolean whole) throws MissingValueException {
        try {
            var matcher = Pattern.compile(pattern).matcher(text);
            return whole ? matcher.matches() : matcher.find();
        } catch (PatternSyntaxException e) {
            throw new MissingValueException("invalid regular expression: " + pattern);
        }
    }
}
