package dev.core7.conformance.view;

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
public final class SearchWords {
    private static final int SHORT = 2;
    private static final int LONG = 100;

    private SearchWords() {}

    /**
     * A word with the letter i as an item shows it, because the other case of this letter depends on the language that a server
     * assumes. It may be a stop word, which no search finds, whatever its case.
     */
    public static Optional<String> withDotted(List<Map<?, ?>> items) {
        return items.stream()
                .flatMap(item ->
                        item.get("content") instanceof String content ? Stream.of(content.split("\\s+")) : Stream.of())
                .filter(word -> word.matches("[a-zA-Z]{4,}"))
                .filter(word -> word.toLowerCase(Locale.ROOT).contains("i"))
                .max(Comparator.comparing(String::length));
    }

    /** The words of an item; none if it has no content. */
    public static List<String> of(Map<?, ?> item) {
        return item.get("content") instanceof String content
                ? Stream.of(content.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> word.matches("[a-z]{8,}") && !word.matches(".*sel(f|ves)"))
                        .toList()
                : List.of();
    }

    /** The longest word, which is most certainly no stop word; empty if there is none. */
    public static Optional<String> longest(Map<?, ?> item) {
        return item.get("content") instanceof String content
                ? Stream.of(content.split("[^\\p{L}\\p{N}]+"))
                        .filter(word -> word.length() > SHORT && word.length() < LONG)
                        .max(Comparator.comparing(String::length))
                : Optional.empty();
    }
}
