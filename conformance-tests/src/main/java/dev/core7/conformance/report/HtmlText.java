package dev.core7.conformance.report;

import java.util.Set;

/**
 * Any text as text of a page that is HTML and XML alike: nothing in it becomes markup, and what a reader could not see,
 * or would see in a false order, becomes visible.
 */
final class HtmlText {
    /** U+2400 is the picture of U+0000, and so on up to the space. */
    private static final int PICTURES = 0x2400;

    /** Marks that turn the direction of the text after them, and the byte order mark. */
    private static final Set<Integer> DECEPTIVE = Set.of(
            0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF);

    private HtmlText() {}

    static String escape(String raw) {
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

    /** The character itself, or where a reader could not see it, something that can be seen. */
    static String visible(int c) {
        if (c < ' ') {
            return Character.toString(PICTURES + c);
        }
        if (c >= 0x7F && c <= 0x9F || DECEPTIVE.contains(c)) {
            return String.format("\\u%04X", c);
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return surrogate || (c & 0xFFFE) == 0xFFFE ? "\uFFFD" : Character.toString(c);
    }
}
