package dev.core7.mock.posthog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds characters that PostHog's database cannot store. */
final class Texts {
    /** @param code the code of PostHog's error */
    record Problem(String code, String detail) {}

    private Texts() {}

    /** Returns what a text contains that cannot be stored: a NUL, or half of a surrogate pair. */
    static Optional<Problem> problem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of(new Problem("null_characters_not_allowed", "Null characters are not allowed."));
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of(new Problem(
                        "surrogate_characters_not_allowed",
                        String.format("Surrogate characters are not allowed: U+%X.", (int) c)));
            }
        }
        return Optional.empty();
    }

    /** Returns the first problem of the texts in a JSON value. */
    static Optional<Problem> problemIn(@Nullable Object json) {
        if (json instanceof String text) {
            return problem(text);
        }
        if (json instanceof List<?> list) {
            return list.stream().flatMap(item -> problemIn(item).stream()).findFirst();
        }
        return json instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .flatMap(entry ->
                                problem(entry.getKey().toString()).or(() -> problemIn(entry.getValue())).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns a text without white space at its ends, as Python's {@code strip} does. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isWhiteSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isWhiteSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
