package dev.core7.conformance.run;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An encoding of characters that servers and serializers use; decodes what it recognises and keeps the rest. */
enum TextEncoding {
    /** Backslashes in JSON, JavaScript and most other languages. */
    BACKSLASHES('\\') {
        @Override
        int length(CharSequence text, int at) {
            return text.charAt(at + 1) == 'u' && hex(text, at + 2, at + 6) >= 0 ? 6 : 2;
        }

        @Override
        int character(CharSequence text, int at, int length) {
            return length == 6 ? hex(text, at + 2, at + 6) : text.charAt(at + 1);
        }
    },

    /** Percent-encoding in URLs. */
    PERCENT('%') {
        @Override
        int length(CharSequence text, int at) {
            return hex(text, at + 1, at + 3) >= 0 ? 3 : 0;
        }

        @Override
        int character(CharSequence text, int at, int length) {
            return hex(text, at + 1, at + 3);
        }
    },

    /** Character references in HTML and XML. */
    ENTITIES('&') {
        @Override
        int length(CharSequence text, int at) {
            for (int i = at + 1; i < Math.min(at + MAX_ENTITY, text.length()); i++) {
                if (text.charAt(i) == ';') {
                    return character(text, at, i + 1 - at) >= 0 ? i + 1 - at : 0;
                }
            }
            return 0;
        }

        @Override
        int character(CharSequence text, int at, int length) {
            var name = text.subSequence(at + 1, at + length - 1).toString().toLowerCase(Locale.ROOT);
            if (name.matches("#\\d+")) {
                return Integer.parseInt(name.substring(1));
            }
            return name.matches("#x[0-9a-f]+") ? Integer.parseInt(name.substring(2), 16) : NAMED.getOrDefault(name, -1);
        }
    },

    /** The zero bytes between the letters of UTF-16. */
    ZEROS('\0') {
        @Override
        int length(CharSequence text, int at) {
            return 1;
        }

        @Override
        int character(CharSequence text, int at, int length) {
            return -1;
        }
    };

    private static final int MAX_ENTITY = 10;
    private static final Map<String, Integer> NAMED =
            Map.of("amp", (int) '&', "lt", (int) '<', "gt", (int) '>', "quot", (int) '"', "apos", (int) '\'');

    private final char start;

    TextEncoding(char start) {
        this.start = start;
    }

    /**
     * The number of characters from {@code at} that encode one character; 0 if they encode none. The text has at least one
     * character after {@code at}.
     */
    abstract int length(CharSequence text, int at);

    /** The encoded character; -1 for none. */
    abstract int character(CharSequence text, int at, int length);

    /** The decoded text; empty if there is nothing to decode. */
    Optional<DecodedText> decode(DecodedText encoded) {
        var text = encoded.text();
        if (text.indexOf(start) < 0) {
            return Optional.empty();
        }
        var decoded = new DecodedText.Builder(encoded);
        for (int at = 0; at < text.length(); ) {
            int length = text.charAt(at) == start && at + 1 < text.length() ? length(text, at) : 0;
            decoded.add(at, length == 0 ? text.charAt(at) : character(text, at, length));
            at += Math.max(1, length);
        }
        return Optional.of(decoded.build());
    }

    /** The value of hexadecimal digits; -1 if they are invalid. */
    private static int hex(CharSequence text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = 16 * value + digit;
        }
        return value;
    }
}
