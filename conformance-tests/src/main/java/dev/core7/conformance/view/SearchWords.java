package dev.core7.conformance.view;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds words in the content of an item that every full-text search finds: letters only, between spaces, and too long for a
 * stop word. All English stop words of eight or more letters end in {@code self} or {@code selves}.
 */
public final class SearchWords {
    private SearchWords() {}

    /** The words, in lower case. */
    public static List<String> of(Map<?, ?> item) {
        return item.get("content") instanceof String content
                ? Stream.of(content.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(word -> word.matches("[a-z]{8,}") && !word.matches(".*sel(f|ves)"))
                        .toList()
                : List.of();
    }
}
