package dev.core7.conformance.report;

import java.util.Set;

/**
 * Escapes text for a page that is valid both as HTML and as XML. Characters that a reader could not see, or that reorder the text,
 * are replaced by visible ones.
 */
public final class HtmlText {
    /** U+2400 is the symbol for U+0000; the symbols for the other control characters follow. */
    private static final int SYMBOLS = 0x2400;

    /** Line separators, characters that change the direction of the text, and the byte order mark. */
    private static final Set<Integer> INVISIBLE = Set.of(
            0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068,
            0x2069, 0xFEFF);

    private HtmlText() {}

    public static String escape(String raw) {
        var text = new StringBuilder(raw.length() + 16);
        raw.replace("\r\n", "\n").codePoints().forEach(c -> text.append(escape(c)));
        return text.toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            case '\n', '\t' -> Character.toString(c);
            default -> visible(c);
        };
    }

    /** Returns the character, or a visible replacement. */
    static String visible(int c) {
        if (c < ' ') {
            return Character.toString(SYMBOLS + c);
        }
        if (c >= 0x7F && c <= 0x9F || INVISIBLE.contains(c)) {
            return String.format("\\u%04X", c);
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return surrogate || (c & 0xFFFE) == 0xFFFE ? "\uFFFD" : Character.toString(c);
    }
}
