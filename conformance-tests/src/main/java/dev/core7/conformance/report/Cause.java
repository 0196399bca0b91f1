package dev.core7.conformance.report;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Failures that probably have the same cause: findings of one check that occur together, and all their occurrences.
 *
 * @param number its number in the report, which links refer to
 * @param sameFindings whether all occurrences have these findings; otherwise each occurrence lists its own
 */
record Cause(
        int number, Level level, String check, List<Row> findings, boolean sameFindings, List<Occurrence> occurrences) {
    private static final int VALUES_SHOWN = 3;
    private static final int OCCURRENCES_SHOWN = 5;

    /** What is wrong in one place of a response; {@code actual} are the first few values that it had. */
    record Row(String where, String expected, List<String> actual, String more) {}

    boolean must() {
        return level == Level.MUST;
    }

    /** Returns the broken clause, and how many similar clauses are broken too. */
    String title() {
        long others = occurrences.stream().map(Occurrence::clause).distinct().count() - 1;
        return first().clause() + (others > 0 ? ", and " + Formats.count(others, "similar clause") : "");
    }

    Occurrence first() {
        return occurrences.get(0);
    }

    String count() {
        return Formats.count(occurrences.size(), "place");
    }

    /** Returns the occurrences that the report lists at once. */
    List<Occurrence> shown() {
        return occurrences.stream().limit(OCCURRENCES_SHOWN).toList();
    }

    boolean anyFolded() {
        return occurrences.size() > OCCURRENCES_SHOWN;
    }

    /** Returns the occurrences that the reader has to unfold. */
    List<Occurrence> folded() {
        return occurrences.stream().skip(OCCURRENCES_SHOWN).toList();
    }

    String foldedCount() {
        return Formats.count(occurrences.size() - OCCURRENCES_SHOWN, "more place");
    }

    /** Returns one row for all findings that differ only in their actual values. */
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
        int rest = actual.size() - VALUES_SHOWN;
        return new Row(
                key.get(0),
                key.get(1),
                actual.stream().limit(VALUES_SHOWN).toList(),
                rest > 0 ? "and " + Formats.count(rest, "other value") : "");
    }
}
