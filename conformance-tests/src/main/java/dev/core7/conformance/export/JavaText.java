package dev.core7.conformance.export;

/** Escapes text for Java source, so that it cannot end a literal or a comment. */
final class JavaText {
    private JavaText() {}

    /** Returns a string literal, including quotes. */
    static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    /** Returns one line of ASCII. Backslashes are doubled, so that the text cannot contain an escape sequence of Java. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default ->
                    escaped.append(
                            c < ' '
                                    ? String.format("\\%03o", (int) c)
                                    : c < 0x7F ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
