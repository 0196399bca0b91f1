package dev.core7.conformance.run;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A decoded text with the position of each character in the original text.
 *
 * @param starts the position of each character in the original; the last entry is the length of the original
 */
record DecodedText(String text, int[] starts) {
    /** A text without encoding. */
    static DecodedText original(String text) {
        return new DecodedText(text, IntStream.rangeClosed(0, text.length()).toArray());
    }

    /** Builds a decoded text from another text, character by character. */
    static final class Builder {
        private final DecodedText from;
        private final StringBuilder text;
        private final int[] starts;

        Builder(DecodedText from) {
            this.from = from;
            this.text = new StringBuilder(from.text().length());
            this.starts = new int[from.text().length() + 1];
        }

        /** Adds a character that starts at {@code at} in the encoded text; ignores a negative one. */
        void add(int at, int character) {
            if (character >= 0) {
                starts[text.length()] = from.starts()[at];
                text.append((char) character);
            }
        }

        DecodedText build() {
            starts[text.length()] = from.starts()[from.text().length()];
            return new DecodedText(text.toString(), Arrays.copyOf(starts, text.length() + 1));
        }
    }
}
