package dev.core7.conformance.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A decoded text with the position of each character in the original text.
 *
 * @param starts the position of each character in the original; the last entry is the length of the original
 */
record DecodedText(String text, int[] starts) {
    /** The longest character reference that is decoded, such as {@code &#x1f600;}. */
    private static final int MAX_REFERENCE = 10;

    private static final Map<String, Character> NAMED =
            Map.of("amp", '&', "lt", '<', "gt", '>', "quot", '"', "apos", '\'');

    /** A text without encoding. */
    static DecodedText original(String text) {
        return new DecodedText(text, IntStream.rangeClosed(0, text.length()).toArray());
    }

    /**
     * Decodes, in one pass, what servers and serializers encode: backslashes (JSON, JavaScript), percent-encoding (URLs),
     * character references (HTML, XML), and the zero bytes between the letters of UTF-16. Empty if there is nothing to decode.
     */
    Optional<DecodedText> decoded() {
        int from = firstEncoded();
        if (from == text.length()) {
            return Optional.empty();
        }
        var decoded = new StringBuilder(text.length()).append(text, 0, from);
        var positions = Arrays.copyOf(starts, text.length() + 1);
        for (int at = from; at < text.length(); ) {
            int length = encodedLength(at);
            int character = length == 0 ? text.charAt(at) : character(at, length);
            if (character >= 0) {
                positions[decoded.length()] = starts[at];
                decoded.append((char) character);
            }
            at += Math.max(1, length);
        }
        positions[decoded.length()] = starts[text.length()];
        return Optional.of(new DecodedText(decoded.toString(), Arrays.copyOf(positions, decoded.length() + 1)));
    }

    private int firstEncoded() {
        int at = 0;
        while (at < text.length() && "\\%&\0".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** The number of characters from {@code at} that encode one character; 0 if they encode none. */
    private int encodedLength(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> at + 1 == text.length() ? 0 : isUnicodeEscape(at) ? 6 : 2;
            case '%' -> number(at + 1, at + 3, 16) < 0 ? 0 : 3;
            case '&' -> referenceLength(at);
            case '\0' -> 1;
            default -> 0;
        };
    }

    /** The encoded character; -1 for none. */
    private int character(int at, int length) {
        return switch (text.charAt(at)) {
            case '\\' -> length == 6 ? number(at + 2, at + 6, 16) : text.charAt(at + 1);
            case '%' -> number(at + 1, at + 3, 16);
            case '&' -> reference(at + 1, at + length - 1);
            default -> -1;
        };
    }

    private boolean isUnicodeEscape(int at) {
        return text.charAt(at + 1) == 'u' && number(at + 2, at + 6, 16) >= 0;
    }

    private int referenceLength(int at) {
        for (int i = at + 1; i < Math.min(at + MAX_REFERENCE, text.length()) && text.charAt(i) != '&'; i++) {
            if (text.charAt(i) == ';') {
                return reference(at + 1, i) < 0 ? 0 : i + 1 - at;
            }
        }
        return 0;
    }

    /** The character of a reference between {@code &} and {@code ;}; -1 if there is none. */
    private int reference(int from, int to) {
        if (from < to && text.charAt(from) == '#') {
            boolean hexadecimal = from + 1 < to && Character.toLowerCase(text.charAt(from + 1)) == 'x';
            return hexadecimal ? number(from + 2, to, 16) : number(from + 1, to, 10);
        }
        var named = NAMED.get(text.substring(from, to).toLowerCase(Locale.ROOT));
        return named == null ? -1 : named;
    }

    /** The value of digits; -1 if they are invalid. */
    private int number(int from, int to, int radix) {
        int value = from < to && to <= text.length() ? 0 : -1;
        for (int i = from; i < to && value >= 0; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            value = digit < 0 ? -1 : radix * value + digit;
        }
        return value;
    }
}
