package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Results that were not judged for one and the same reason.
 *
 * @param text the reason, which says what to supply where something is missing
 * @param count how many clauses that are, per level
 * @param cases the ids of the cases
 * @param folded whether they are too many to stand open
 */
record UnprovenReason(String text, String count, List<String> cases, boolean folded) {
    private static final int OPEN_CASES = 6;

    /** The reasons for outcomes of one kind: requests without a response in their order, then those with the most MUSTs. */
    static List<UnprovenReason> of(Report report, Class<? extends Outcome> kind) {
        var groups = new LinkedHashMap<String, List<Result>>();
        for (Result result : report.results(kind)) {
            groups.computeIfAbsent(result.outcome().reason(), r -> new ArrayList<>())
                    .add(result);
        }
        var silent = report.attempts().stream()
                .filter(Unanswered.class::isInstance)
                .map(attempt -> ((Unanswered) attempt).reason())
                .toList();
        return groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, List<Result>> group) -> place(group.getKey(), silent))
                        .thenComparing(group -> -count(group.getValue(), Level.MUST)))
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static int place(String reason, List<String> silent) {
        int place = silent.indexOf(reason);
        return place < 0 ? silent.size() : place;
    }

    String tally() {
        return Formats.count(cases.size(), "case");
    }

    private static UnprovenReason of(String text, List<Result> results) {
        var levels = Stream.of(Level.values())
                .filter(level -> count(results, level) > 0)
                .map(level -> Formats.number(count(results, level)) + " " + level)
                .toList();
        var cases = results.stream().map(r -> r.sent().id()).distinct().toList();
        return new UnprovenReason(text, String.join(", ", levels), cases, cases.size() > OPEN_CASES);
    }

    private static long count(List<Result> results, Level level) {
        return results.stream().filter(r -> r.level() == level).count();
    }
}
