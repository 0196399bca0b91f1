package dev.core7.conformance.report;

import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Results that were not judged for one and the same reason.
 *
 * @param text the reason, which says what to supply where something is missing
 * @param count how many clauses that are, per level
 * @param cases the ids of the cases
 * @param folded whether they are too many to stand open
 */
record Reason(String text, String count, List<String> cases, boolean folded) {
    private static final int OPEN_CASES = 6;

    /** The reasons for outcomes of one kind, those with the most MUSTs first. */
    static List<Reason> of(Report report, Class<? extends Outcome> kind) {
        var groups = new LinkedHashMap<String, List<Result>>();
        for (Result result : report.results(kind)) {
            groups.computeIfAbsent(result.outcome().reason(), r -> new ArrayList<>())
                    .add(result);
        }
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(group -> -count(group.getValue(), Level.MUST)))
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    String tally() {
        return Phrase.count(cases.size(), "case");
    }

    private static Reason of(String text, List<Result> results) {
        var levels = Stream.of(Level.values())
                .filter(level -> count(results, level) > 0)
                .map(level -> Phrase.number(count(results, level)) + " " + level)
                .toList();
        var cases = results.stream().map(r -> r.sent().id()).distinct().toList();
        return new Reason(text, String.join(", ", levels), cases, cases.size() > OPEN_CASES);
    }

    private static long count(List<Result> results, Level level) {
        return results.stream().filter(r -> r.level() == level).count();
    }
}
