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

    /**
     * What is wrong in one place of a response; {@code actual} are the first few values that it had, {@code condition} is the
     * formal condition of a flow.
     */
    record Row(String where, String expected, List<String> actual, String more, String condition) {
        boolean anyCondition() {
            return !condition.isEmpty();
        }
    }

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
        var similar = new LinkedHashMap<List<String>, List<Finding>>();
        for (Finding finding : findings) {
            similar.computeIfAbsent(List.of(finding.where(), finding.expected()), key -> new ArrayList<>())
                    .add(finding);
        }
        return similar.values().stream().map(Cause::row).toList();
    }

    private static Row row(List<Finding> similar) {
        var first = similar.get(0);
        int rest = similar.size() - VALUES_SHOWN;
        return new Row(
                first.where(),
                first.expected(),
                similar.stream().limit(VALUES_SHOWN).map(Finding::actual).toList(),
                rest > 0 ? "and " + Formats.count(rest, "other value") : "",
                first.condition());
    }
}
