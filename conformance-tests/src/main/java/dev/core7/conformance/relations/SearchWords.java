package dev.core7.conformance.relations;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds words in the content of an item that every full-text search finds: letters only, between spaces, and too long for a
 * stop word. All English stop words of eight or more letters end in {@code self} or {@code selves}.
 */
final class SearchWords {
    private static final int SHORT = 2;
    private static final int LONG = 100;

    private SearchWords() {}

    static List<String> of(Map<?, ?> item) {
        return item.get("content") instanceof String content
                ? Stream.of(content.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> word.matches("[a-z]{8,}") && !word.matches(".*sel(f|ves)"))
                        .toList()
                : List.of();
    }

    /** The longest word, which is most certainly no stop word; empty if there is none. */
    static Optional<String> longest(Map<?, ?> item) {
        return item.get("content") instanceof String content
                ? Stream.of(content.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() > SHORT && word.length() < LONG)
                        .max(Comparator.comparing(String::length))
                : Optional.empty();
    }
}
