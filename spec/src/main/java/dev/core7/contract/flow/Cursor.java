package dev.core7.contract.flow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the text of a condition that moves on as it is read. */
final class Cursor {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int FOUR_HEX_DIGITS = 4;

    private final String text;
    private final List<Expression> expressions = new ArrayList<>();
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    /** Notes an expression that was read here. */
    void note(Expression expression) {
        expressions.add(expression);
    }

    /** The expressions that were read here, in their order. */
    List<Expression> expressions() {
        return List.copyOf(expressions);
    }

    /** Whether nothing but blanks is left. */
    boolean atEnd() {
        skipBlanks();
        return at == text.length();
    }

    /** Whether that comes next; blanks before it are skipped. */
    boolean sees(String token) {
        skipBlanks();
        return text.startsWith(token, at);
    }

    /** Steps over a token where it comes next. */
    boolean take(String token) {
        boolean there = sees(token);
        at += there ? token.length() : 0;
        return there;
    }

    /** Steps over a token that has to come next. */
    void expect(String token) throws SyntaxException {
        if (!take(token)) {
            throw problem("\"" + token + "\" is expected");
        }
    }

    /** Steps over what a pattern matches here, without skipping blanks; empty where it does not match. */
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
        skipBlanks();
        return at < text.length()
                && ("'\"-".indexOf(text.charAt(at)) >= 0
                        || Character.isDigit(text.charAt(at))
                        || Pattern.compile("(true|false|null)\\b")
                                .matcher(text)
                                .region(at, text.length())
                                .lookingAt());
    }

    /** A literal as a plain value. */
    @Nullable
    Object literal() throws SyntaxException {
        skipBlanks();
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
            default -> throw problem("a text in quotes, a number, true, false or null is expected");
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
            throw problem("the text that begins here has no closing quote");
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
            default -> throw problem("no such escape: \\" + c);
        };
    }

    private char hex() throws SyntaxException {
        String digits = text.substring(at, Math.min(at + FOUR_HEX_DIGITS, text.length()));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw problem("four hexadecimal digits are expected after \\u");
        }
        at += FOUR_HEX_DIGITS;
        return (char) Integer.parseInt(digits, 16);
    }

    /** What is wrong at this place. */
    SyntaxException problem(String message) {
        return new SyntaxException(message + " at column " + (at + 1) + " of: " + text);
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
