package dev.core7.conformance.inputs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Combines the values of several fields in few rows: each value at least once, then as many pairs of values of two fields as the
 * limit allows. The result depends only on the arguments.
 */
public final class CoveringArray {
    private CoveringArray() {}

    /**
     * One combination.
     *
     * @param kind the index of the kind of object
     * @param values field → value
     */
    public record Row<T>(int kind, Map<String, T> values) {}

    /** One value of one field. */
    private record Pick<T>(String field, T value) {}

    /**
     * The rows. Kinds alternate as long as they have values or pairs that no row contains yet.
     *
     * @param kinds for each kind of object: field → the values that it may have
     * @param limit the number of rows, unless more are necessary for each value to be in one
     */
    public static <T> List<Row<T>> of(List<Map<String, List<T>>> kinds, int limit) {
        var open = new Open<T>(kinds);
        var rows = new ArrayList<Row<T>>();
        for (int turn = 0; open.hasMore(rows.size() < limit); turn++) {
            int kind = turn % kinds.size();
            if (open.hasMore(kinds.get(kind), rows.size() < limit)) {
                var row = open.next(kinds.get(kind));
                rows.add(new Row<>(kind, row));
                open.cover(row);
            }
        }
        return rows;
    }

    /** The values and pairs of values that no row contains yet. */
    private static final class Open<T> {
        private final Set<Pick<T>> values = new LinkedHashSet<>();
        private final Set<Set<Pick<T>>> pairs = new LinkedHashSet<>();

        Open(List<Map<String, List<T>>> kinds) {
            for (var kind : kinds) {
                var picks = picks(kind);
                values.addAll(picks);
                pairs.addAll(pairs(picks));
            }
        }

        private static <T> List<Pick<T>> picks(Map<String, List<T>> kind) {
            var picks = new ArrayList<Pick<T>>();
            kind.forEach((field, all) -> all.forEach(value -> picks.add(new Pick<>(field, value))));
            return picks;
        }

        private static <T> Set<Set<Pick<T>>> pairs(List<Pick<T>> picks) {
            var pairs = new LinkedHashSet<Set<Pick<T>>>();
            for (Pick<T> one : picks) {
                picks.stream()
                        .filter(other -> !other.field().equals(one.field()))
                        .forEach(other -> pairs.add(Set.of(one, other)));
            }
            return pairs;
        }

        boolean hasMore(boolean withPairs) {
            return !values.isEmpty() || withPairs && !pairs.isEmpty();
        }

        boolean hasMore(Map<String, List<T>> kind, boolean withPairs) {
            var picks = picks(kind);
            return picks.stream().anyMatch(values::contains)
                    || withPairs && pairs(picks).stream().anyMatch(pairs::contains);
        }

        /** Chooses one value for each field, fields with many values first. */
        Map<String, T> next(Map<String, List<T>> kind) {
            var chosen = new LinkedHashMap<String, T>();
            kind.entrySet().stream()
                    .filter(field -> !field.getValue().isEmpty())
                    .sorted(Comparator.comparing(field -> -field.getValue().size()))
                    .forEach(field -> chosen.put(field.getKey(), best(field.getKey(), field.getValue(), chosen)));
            var ordered = new LinkedHashMap<String, T>();
            kind.keySet().stream().filter(chosen::containsKey).forEach(field -> ordered.put(field, chosen.get(field)));
            return ordered;
        }

        /** The first value that is not covered, or else that completes most pairs with those chosen, or is in most open pairs. */
        private T best(String field, List<T> candidates, Map<String, T> chosen) {
            var others = chosenIn(chosen);
            Comparator<T> order = Comparator.comparing(value -> values.contains(new Pick<>(field, value)));
            return candidates.stream()
                    .max(order.thenComparing(value -> completed(new Pick<>(field, value), others))
                            .thenComparing(value -> open(new Pick<>(field, value)))
                            .thenComparing(value -> -candidates.indexOf(value)))
                    .orElseThrow();
        }

        private long completed(Pick<T> pick, List<Pick<T>> others) {
            return others.stream()
                    .filter(other -> pairs.contains(Set.of(pick, other)))
                    .count();
        }

        private long open(Pick<T> pick) {
            return pairs.stream().filter(pair -> pair.contains(pick)).count();
        }

        void cover(Map<String, T> row) {
            var picks = chosenIn(row);
            picks.forEach(values::remove);
            pairs.removeAll(pairs(picks));
        }

        private static <T> List<Pick<T>> chosenIn(Map<String, T> row) {
            return row.entrySet().stream()
                    .map(field -> new Pick<>(field.getKey(), field.getValue()))
                    .toList();
        }
    }
}
