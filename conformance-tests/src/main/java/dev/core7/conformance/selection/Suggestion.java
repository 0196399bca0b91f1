package dev.core7.conformance.selection;

import java.util.Collection;
import java.util.Comparator;

/** Suggests the known name that is closest to a misspelled one. */
public final class Suggestion {
    /** The largest edit distance of a suggestion; two swapped letters count as two edits. */
    private static final int MAX_DISTANCE = 2;

    private Suggestion() {}

    /** Returns {@code ; did you mean X?} for the closest known name, or an empty text if no name is close enough. */
    public static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(word, name) <= Math.min(MAX_DISTANCE, name.length() / 2))
                .min(Comparator.comparing(name -> distance(word, name)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** Returns the number of letters to insert, delete or replace to turn one word into the other (Levenshtein distance). */
    private static int distance(String from, String to) {
        var row = new int[to.length() + 1];
        for (int i = 0; i <= to.length(); i++) {
            row[i] = i;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), replaced);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
