package dev.core7.examples.vendor.store;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Search: every word must be found, whatever its case. */
final class Words {
    private Words() {}

    /** Whether each word of {@code search} stands somewhere in {@code text}, be it inside another word. */
    static boolean within(@Nullable String text, String search) {
        var folded = fold(text);
        return Stream.of(fold(search).strip().split("\\s+")).allMatch(folded::contains);
    }

    /** Whether each word of {@code search} is a word of {@code text}. */
    static boolean among(@Nullable String text, String search) {
        return words(text).containsAll(words(search));
    }

    private static Set<String> words(@Nullable String text) {
        return Stream.of(fold(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
