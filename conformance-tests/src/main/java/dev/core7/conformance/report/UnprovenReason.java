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
 * Results that were not judged for the same reason.
 *
 * @param text the reason; it says what to supply if something is missing
 * @param next what to do, as the beginning of a sentence that {@code replay} completes
 * @param replay the command that sends the first case again
 * @param count the number of clauses for each level
 * @param cases the ids of the cases
 * @param folded whether the report folds the list of cases because it is long
 */
record UnprovenReason(String text, String next, String replay, String count, List<String> cases, boolean folded) {
    private static final int OPEN_CASES = 6;

    /** Returns the reasons for outcomes of one kind: requests without a response in their order, then reasons of the most MUSTs. */
    static List<UnprovenReason> of(Report report, Class<? extends Outcome> kind) {
        var groups = new LinkedHashMap<String, List<Result>>();
        for (Result result : report.results(kind)) {
            groups.computeIfAbsent(result.outcome().reason(), r -> new ArrayList<>())
                    .add(result);
        }
        var unanswered = report.attempts().stream()
                .filter(Unanswered.class::isInstance)
                .map(attempt -> ((Unanswered) attempt).reason())
                .toList();
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<Result>> group) -> place(group.getKey(), unanswered))
                        .thenComparing(group -> -count(group.getValue(), Level.MUST)))
                .map(group -> of(group.getKey(), group.getValue()))
                .toList();
    }

    private static int place(String reason, List<String> unanswered) {
        int place = unanswered.indexOf(reason);
        return place < 0 ? unanswered.size() : place;
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
        return new UnprovenReason(
                text,
                next(results.get(0)),
                Formats.replay(cases.get(0)),
                String.join(", ", levels),
                cases,
                cases.size() > OPEN_CASES);
    }

    private static String next(Result result) {
        return result.attempt().isPresent()
                ? "inspect the request and its response with"
                : "no request was sent; resolve the reason, then run";
    }

    private static long count(List<Result> results, Level level) {
        return results.stream().filter(r -> r.level() == level).count();
    }
}
