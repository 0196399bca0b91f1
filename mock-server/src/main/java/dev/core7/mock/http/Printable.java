package dev.core7.mock.http;

/** Escapes text from a request for log lines and headers. */
public final class Printable {
    private Printable() {}

    /** Escapes every character that is not printable ASCII. */
    public static String ascii(String text) {
        var line = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~') {
                line.append(String.format("\\u%04x", c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
