package dev.core7.conformance.run;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text that was decoded, in which each character knows where it stands in the original.
 *
 * @param starts the place of each character in the original, and behind the last one the original's length
 */
record Decoded(String text, int[] starts) {
    /** A text that is its own original. */
    static Decoded original(String text) {
        return new Decoded(text, IntStream.rangeClosed(0, text.length()).toArray());
    }

    /** Builds a text that is decoded from another, character by character. */
    static final class Builder {
        private final Decoded from;
        private final StringBuilder text;
        private final int[] starts;

        Builder(Decoded from) {
            this.from = from;
            this.text = new StringBuilder(from.text().length());
            this.starts = new int[from.text().length() + 1];
        }

        /** Adds a character that begins at {@code at} in the encoded text; nothing if it is negative. */
        void add(int at, int character) {
            if (character >= 0) {
                starts[text.length()] = from.starts()[at];
                text.append((char) character);
            }
        }

        Decoded build() {
            starts[text.length()] = from.starts()[from.text().length()];
            return new Decoded(text.toString(), Arrays.copyOf(starts, text.length() + 1));
        }
    }
}
