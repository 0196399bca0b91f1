package dev.core7.mock;

/** Text from the wire as it may stand in a log line or a header. */
final class Printable {
    private Printable() {}

    /** Whatever is no printable ASCII is escaped. */
    static String ascii(String text) {
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
