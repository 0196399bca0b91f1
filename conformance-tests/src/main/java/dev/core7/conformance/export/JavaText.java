package dev.core7.conformance.export;

/** Any text as a part of Java source: nothing in it ends a literal or a comment. */
final class JavaText {
    private JavaText() {}

    /** As a literal, in its quotes. */
    static String literal(String text) {
        return '"' + escaped(text) + '"';
    }

    /** On one line, in ASCII; a backslash is written twice, so that what follows it is no escape of Java's. */
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
