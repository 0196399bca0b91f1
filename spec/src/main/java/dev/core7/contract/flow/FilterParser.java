package dev.core7.contract.flow;

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
            return new Term.Reference(expression);
        }
        return cursor().seesLiteral() ? new Term.Literal(cursor().literal()) : function();
    }

    private Term function() throws SyntaxException {
        String name = cursor().word();
        cursor().expect("(");
        Term function = switch (name) {
            case "count" -> new Term.Count(JsonPath.read(cursor()));
            case "length" -> new Term.Length(term());
            case "match" -> match(true);
            case "search" -> match(false);
            default ->
                throw cursor().problem("the kit supports the functions count, length, match and search, not " + name);
        };
        cursor().expect(")");
        return function;
    }

    private Term match(boolean whole) throws SyntaxException {
        Term text = term();
        cursor().expect(",");
        return new Term.Match(text, term(), whole);
    }
}
