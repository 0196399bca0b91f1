package dev.core7.conformance.recording;

import java.util.regex.Pattern;

/** Text for a terminal. */
public final class TerminalText {
    /** Control characters, those above ASCII too; marks that turn the direction of what follows, and the byte order mark. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{IsCc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private TerminalText() {}

    /** The text on one line, in which nothing that a hostile server sent steers the terminal or hides what stands there. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }
}
