package dev.core7.contract.flow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The current position in the text of a condition while it is parsed. */
final class Cursor {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int FOUR_HEX_DIGITS = 4;

    private final String text;
    private final List<RuntimeExpression> expressions = new ArrayList<>();
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /** Records an expression that was parsed. */
    void record(RuntimeExpression expression) {
        expressions.add(expression);
    }

    /** Returns the recorded expressions in their order. */
    List<RuntimeExpression> expressions() {
        return List.copyOf(expressions);
    }

    /** Returns whether only white space is left. */
    boolean atEnd() {
        skipWhitespace();
        return at == text.length();
    }

    /** Skips white space, and returns whether {@code token} is next. */
    boolean sees(String token) {
        skipWhitespace();
        return text.startsWith(token, at);
    }

    /** Skips {@code token} if it is next, and returns whether it was. */
    boolean take(String token) {
        boolean there = sees(token);
        at += there ? token.length() : 0;
        return there;
    }

    /** Skips {@code token}, which must be next. */
    void expect(String token) throws SyntaxException {
        if (!take(token)) {
            throw problem("expected \"" + token + "\"");
        }
    }

    /** Skips and returns the text that {@code pattern} matches here; empty if it does not match. Does not skip white space. */
    String take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return "";
        }
        at = matcher.end();
        return matcher.group();
    }

    /** A name, such as a member's or a function's; empty where none comes next. */
    String word() {
        return take(WORD);
    }

    /** Whether a literal comes next: a text in quotes, a number, true, false or null. */
    boolean seesLiteral() {
        skipWhitespace();
        return at < text.length()
                && ("'\"-".indexOf(text.charAt(at)) >= 0
                        || Character.isDigit(text.charAt(at))
                        || Pattern.compile("(true|false|null)\\b")
                                .matcher(text)
                                .region(at, text.length())
                                .lookingAt());
    }

    /** Reads a literal, and returns it as a plain value. */
    @Nullable
    Object literal() throws SyntaxException {
        skipWhitespace();
        if (text.startsWith("'", at) || text.startsWith("\"", at)) {
            return quoted();
        }
        String number = take(NUMBER);
        if (!number.isEmpty()) {
            return number.matches("-?\\d+") ? (Object) new BigInteger(number) : new BigDecimal(number);
        }
        return switch (word()) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> null;
            default -> throw problem("expected a text in quotes, a number, true, false or null");
        };
    }

    private String quoted() throws SyntaxException {
        int start = at;
        char quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            at = start;
            throw problem("the text that starts here has no closing quote");
        }
        at++;
        return value.toString();
    }

    private char escaped() throws SyntaxException {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> hex();
            case '\\', '/', '\'', '"' -> c;
            default -> throw problem("unknown escape sequence \\" + c);
        };
    }

    private char hex() throws SyntaxException {
        String digits = text.substring(at, Math.min(at + FOUR_HEX_DIGITS, text.length()));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw problem("expected four hexadecimal digits after \\u");
        }
        at += FOUR_HEX_DIGITS;
        return (char) Integer.parseInt(digits, 16);
    }

    /** Returns an exception about the current position. */
    SyntaxException problem(String message) {
        return new SyntaxException(message + " at column " + (at + 1) + " of: " + text);
    }

    private void skipWhitespace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
