package dev.core7.conformance.report;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One thing that is wrong, however often it shows: findings of one check that come together, and where they came.
 *
 * @param number its place on the page; links lead there
 * @param alike whether the findings are the same in every place; else each place has its own
 */
record Cause(int number, Level level, String check, List<Row> findings, boolean alike, List<Occurrence> all) {
    private static final int SHOWN = 3;
    private static final int PLACES_SHOWN = 5;

    /** What is wrong in one place of an answer; {@code actual} are the first few values that stood there. */
    record Row(String where, String expected, List<String> actual, String more) {}

    boolean must() {
        return level == Level.MUST;
    }

    /** The clause that is broken, or one of several that are alike. */
    String title() {
        long others = all.stream().map(Occurrence::clause).distinct().count() - 1;
        return all.get(0).clause() + (others > 0 ? ", and " + Formats.number(others) + " alike" : "");
    }

    String count() {
        return Formats.count(all.size(), "place");
    }

    /** The places that are listed at once. */
    List<Occurrence> places() {
        return all.stream().limit(PLACES_SHOWN).toList();
    }

    boolean anyFolded() {
        return all.size() > PLACES_SHOWN;
    }

    /** The places behind one more fold. */
    List<Occurrence> folded() {
        return all.stream().skip(PLACES_SHOWN).toList();
    }

    String foldedCount() {
        return Formats.count(all.size() - PLACES_SHOWN, "more place");
    }

    /** Findings that differ only in what came are one row. */
    static List<Row> rows(List<Finding> findings) {
        var actual = new LinkedHashMap<List<String>, List<String>>();
        for (Finding finding : findings) {
            actual.computeIfAbsent(List.of(finding.where(), finding.expected()), key -> new ArrayList<>())
                    .add(finding.actual());
        }
        return actual.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Row row(List<String> key, List<String> actual) {
        int rest = actual.size() - SHOWN;
        return new Row(
                key.get(0),
                key.get(1),
                actual.stream().limit(SHOWN).toList(),
                rest > 0 ? "and " + Formats.count(rest, "other value") : "");
    }
}
