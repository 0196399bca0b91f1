package dev.core7.examples.vendor.store;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches texts for words, regardless of case. */
final class TextSearch {
    private TextSearch() {}

    /** Returns whether {@code text} contains each word of {@code search}, possibly as a part of other words. */
    static boolean within(@Nullable String text, String search) {
        var folded = fold(text);
        return Stream.of(fold(search).strip().split("\\s+")).allMatch(folded::contains);
    }

    /** Returns whether each word of {@code search} is a word of {@code text}. */
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
