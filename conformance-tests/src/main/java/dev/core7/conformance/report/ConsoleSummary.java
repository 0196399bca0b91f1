package dev.core7.conformance.report;

import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.Finding;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run prints at its end: each failure, what is not proven or known, the counts, and last the verdict. */
public final class ConsoleSummary {
    /** Longer lines are cut on the terminal; the reports have them whole. */
    private static final int LINE_SHOWN = 600;

    private ConsoleSummary() {}

    /** The summary as text, a line break at its end. */
    public static String of(Report report) {
        var text = new StringBuilder();
        for (Level level : Level.values()) {
            report.results(level, Outcome.Failed.class).forEach(result -> failure(text, result, report));
        }
        notProven(text, report);
        report.results(Outcome.KnownFailure.class)
                .forEach(known -> text.append("known: ")
                        .append(printable(known.id() + ": " + known.outcome().reason()))
                        .append('\n'));
        report.leftBehind()
                .forEach(left -> text.append("left behind: ").append(left).append('\n'));
        report.stale().forEach(stale -> text.append("stale: ").append(stale).append('\n'));
        text.append('\n')
                .append(counts(report))
                .append('\n')
                .append(partial(report))
                .append(verdict(report))
                .append('\n');
        return text.toString();
    }

    private static void failure(StringBuilder text, Result result, Report report) {
        text.append(result.level() == Level.MUST || report.strict() ? "FAILED   " : "WARNING  ")
                .append(result.sent().id())
                .append("  ")
                .append(result.check())
                .append(" (")
                .append(result.level())
                .append(")\n");
        line(text, "clause", result.clause());
        line(text, "page", result.sent().operation().section());
        for (Finding finding : result.outcome().brokenPlaces()) {
            line(text, "at", finding.where());
            line(text, "expected", finding.expected());
            line(text, "actual", finding.actual());
        }
        result.exchange().ifPresent(e -> line(text, "repeat", CurlCommand.of(report.target(), e.request())));
        text.append('\n');
    }

    private static void line(StringBuilder text, String head, String content) {
        String shown = printable(content);
        text.append(String.format(
                "  %-9s %s%n",
                head,
                shown.length() <= LINE_SHOWN ? shown : shown.substring(0, LINE_SHOWN) + "… (whole in report.json)"));
    }

    /** Nothing a hostile server sends may steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static void notProven(StringBuilder text, Report report) {
        for (Level level : Level.values()) {
            var byReason = new LinkedHashMap<String, Map<String, List<String>>>();
            for (Result result : report.results(level, Outcome.NotProven.class)) {
                byReason.computeIfAbsent(result.outcome().reason(), reason -> new LinkedHashMap<>())
                        .computeIfAbsent(result.sent().operation().id(), id -> new ArrayList<>())
                        .add(result.id());
            }
            byReason.forEach((reason, operations) -> {
                text.append(String.format("NOT PROVEN (%s)  %s%n", level, printable(reason)));
                operations.values().forEach(ids -> text.append("  ").append(firstOf(ids)));
            });
        }
    }

    /** One line for each operation, so that each is named. */
    private static String firstOf(List<String> ids) {
        return ids.get(0) + (ids.size() > 1 ? " and " + (ids.size() - 1) + " more" : "") + "\n";
    }

    private static String counts(Report report) {
        var lines = new ArrayList<String>();
        report.counts().forEach((level, counts) -> {
            var words = counts.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey().replace('-', ' '))
                    .toList();
            lines.add(String.format("%-6s  %s", level, String.join(", ", words)));
        });
        lines.add(report.exchanges().size() + " requests in " + report.took().toMillis() + " ms to "
                + report.target().url());
        return String.join("\n", lines);
    }

    /** What the verdict does not speak about; empty where it speaks about all. */
    private static String partial(Report report) {
        return Reason.of(report, Outcome.Excluded.class).stream()
                .map(reason -> "Not judged in this run: " + reason.count() + ", " + printable(reason.text()) + "\n")
                .collect(Collectors.joining());
    }

    private static String verdict(Report report) {
        var verdict = report.verdict();
        boolean warned = !report.results(Level.SHOULD, Outcome.Failed.class).isEmpty();
        return "Verdict: " + verdict.word().replace('-', ' ')
                + (verdict == Verdict.CONFORMANT && warned ? ", with warnings" : "");
    }
}
