package dev.core7.conformance.cli;

import java.util.Collection;
import java.util.Comparator;

/** The name that was meant, where one was misspelled. */
final class Suggestion {
    /** So many letters of a name may be wrong: two that changed places are two. */
    private static final int SLIPS = 2;

    private Suggestion() {}

    /** {@code ; did you mean X?} for the known name that is most alike; empty where none is. */
    static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(word, name) <= Math.min(SLIPS, name.length() / 2))
                .min(Comparator.comparing(name -> distance(word, name)))
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    /** How many letters have to be put in, taken out or changed to get from one to the other (Levenshtein). */
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
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), changed);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
