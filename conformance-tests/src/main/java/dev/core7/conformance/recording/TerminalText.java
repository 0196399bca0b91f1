package dev.core7.conformance.recording;

import java.util.regex.Pattern;

/** Makes text safe for a terminal. */
public final class TerminalText {
    /** Control characters, also those above ASCII, line separators, marks that change the text direction, and the byte order
     * mark. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{IsCc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]");

    private TerminalText() {}

    /** Replaces all characters by which a hostile server could control the terminal or hide text. */
    public static String of(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }
}
