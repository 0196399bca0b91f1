package dev.core7.conformance.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds ids that are a part of another id, such as 1 and 15. A server that compares them as texts with wildcards shows below one
 * object what belongs to the other.
 */
public final class SimilarIds {
    private SimilarIds() {}

    /** Two different ids. */
    public record Pair(String part, String whole) {}

    /** At most two pairs: one whose id begins with the other, and one whose id ends with it. */
    public static List<Pair> among(Collection<String> parts, Collection<String> wholes) {
        var pairs = new ArrayList<Pair>();
        pairs.addAll(first(parts, wholes, String::startsWith));
        pairs.addAll(first(parts, wholes, String::endsWith));
        return pairs;
    }

    private static Set<Pair> first(
            Collection<String> parts, Collection<String> wholes, BiPredicate<String, String> contains) {
        var first = new LinkedHashSet<Pair>();
        for (String part : parts) {
            for (String whole : wholes) {
                if (first.isEmpty() && !part.isEmpty() && !whole.equals(part) && contains.test(whole, part)) {
                    first.add(new Pair(part, whole));
                }
            }
        }
        return first;
    }
}
