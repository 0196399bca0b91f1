package dev.core7.mock.http;

/** Escapes text from a request for log lines and headers. */
public final class Printable {
    private Printable() {}

    /** Escapes every character that is not printable ASCII. */
    public static String ascii(String text) {
        return text.chars().allMatch(Printable::isPrintable) ? text : escaped(text);
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c <= '~';
    }

    private static String escaped(String text) {
        var line = new StringBuilder();
        text.chars().forEach(c -> line.append(isPrintable(c) ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return line.toString();
    }
}
