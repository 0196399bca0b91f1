package dev.core7.conformance.report;

import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The text that a run prints at its end: failures by cause, results that are not proven, known failures, objects left behind,
 * counts, and the verdict. It has about 250 lines at most; report.html contains the rest.
 */
public final class ConsoleSummary {
    /** Longer lines are cut; report.json contains them completely. */
    private static final int LINE_LENGTH = 600;

    private static final int CAUSES = 10;
    private static final int FINDINGS = 3;
    private static final int REASONS = 10;
    private static final int OTHERS = 20;

    private final StringBuilder text = new StringBuilder();
    private final Report report;

    private ConsoleSummary(Report report) {
        this.report = report;
    }

    /** Returns the summary, which ends with a line break. */
    public static String of(Report report) {
        return new ConsoleSummary(report).text();
    }

    private String text() {
        first(CAUSES, Causes.of(report), "cause", this::failure);
        first(REASONS, UnprovenReason.of(report, Outcome.NotProven.class), "reason", this::unproven);
        first(
                OTHERS,
                report.results(Outcome.KnownFailure.class),
                "known failure",
                known -> text.append("known: ")
                        .append(TerminalText.of(
                                known.id() + ": " + known.outcome().reason()))
                        .append('\n'));
        first(
                OTHERS,
                LeftBehind.lines(report.leftBehind()),
                "reason",
                left -> text.append("left behind: ")
                        .append(TerminalText.of(left))
                        .append('\n'));
        first(
                OTHERS,
                report.baselineProblems(),
                "stale entry",
                stale -> text.append("stale: ").append(TerminalText.of(stale)).append('\n'));
        return text.append('\n')
                .append(counts())
                .append('\n')
                .append(partial())
                .append(report.warnings().stream()
                        .map(warning -> "WARNING: " + TerminalText.of(warning) + "\n")
                        .collect(Collectors.joining()))
                .append(verdict(report))
                .append('\n')
                .toString();
    }

    /** Prints the first elements, and how many more there are. */
    private <T> void first(int shown, List<T> all, String noun, Consumer<T> print) {
        all.stream().limit(shown).forEach(print);
        if (all.size() > shown) {
            text.append("… and ")
                    .append(Formats.count(all.size() - shown, "more " + noun))
                    .append(": see report.html\n");
        }
    }

    private void failure(Cause cause) {
        var places = cause.occurrences();
        var first = cause.first();
        text.append(report.affectsVerdict(cause.level()) ? "FAILED   " : "WARNING  ")
                .append(first.id())
                .append(andMore(places.size()))
                .append("  ")
                .append(cause.check())
                .append(" (")
                .append(cause.level())
                .append(")\n");
        line("clause", cause.title());
        line("page", first.section());
        cause.findings().stream().limit(FINDINGS).forEach(this::finding);
        int more = cause.findings().size() - FINDINGS;
        if (more > 0) {
            line("…", "and " + Formats.count(more, "more finding") + ": see report.html");
        }
        if (places.size() > 1) {
            line("in", operations(places.stream().map(Occurrence::id).toList()));
        }
        line("replay", first.replay());
        first.exchange().forEach(exchange -> line("sent", exchange.curl()));
        text.append('\n');
    }

    private void finding(Cause.Row row) {
        line("at", row.where());
        line("expected", row.expected());
        line("actual", String.join(", ", row.actual()) + (row.more().isEmpty() ? "" : ", " + row.more()));
        if (row.anyCondition()) {
            line("condition", row.condition());
        }
    }

    private void line(String head, String content) {
        String shown = TerminalText.of(content);
        text.append(String.format(
                "  %-9s %s%n",
                head,
                shown.length() <= LINE_LENGTH
                        ? shown
                        : shown.substring(0, LINE_LENGTH) + "… (complete in report.json)"));
    }

    private static String andMore(int all) {
        return all > 1 ? " and " + (all - 1) + " more" : "";
    }

    /** Returns the operations of these case ids, each with its number of cases. */
    private static String operations(List<String> ids) {
        var byOperation = new LinkedHashMap<String, Integer>();
        ids.forEach(id -> byOperation.merge(id.split("/", 2)[0], 1, Integer::sum));
        return byOperation.entrySet().stream()
                .map(e -> e.getKey() + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private void unproven(UnprovenReason reason) {
        var cases = reason.cases();
        text.append("NOT PROVEN (")
                .append(reason.count())
                .append(")  ")
                .append(TerminalText.of(reason.text()))
                .append("\n  ")
                .append(cases.get(0))
                .append(andMore(cases.size()))
                .append('\n');
        if (cases.size() > 1) {
            line("in", operations(cases));
        }
        line("next", reason.next() + " " + reason.replay());
    }

    private String counts() {
        var lines = new ArrayList<String>();
        report.numberOfResults().forEach((level, counts) -> {
            var words = counts.entrySet().stream()
                    .map(e -> e.getValue() + " " + e.getKey().replace('-', ' '))
                    .toList();
            lines.add(String.format("%-6s  %s", level, String.join(", ", words)));
        });
        lines.add(report.attempts().size() + " requests in " + report.took().toMillis() + " ms to "
                + report.target().url());
        return String.join("\n", lines);
    }

    /** Returns the clauses that were excluded, which the verdict does not cover. */
    private String partial() {
        return UnprovenReason.of(report, Outcome.Excluded.class).stream()
                .map(reason ->
                        "Not judged in this run: " + reason.count() + ", " + TerminalText.of(reason.text()) + "\n")
                .collect(Collectors.joining());
    }

    /** Returns the verdict, after a line about stale entries of the baseline: they can be the only reason for exit code 1. */
    public static String quiet(Report report) {
        var stale = report.baselineProblems();
        var why = stale.isEmpty() ? "" : "stale: " + TerminalText.of(stale.get(0)) + andMore(stale.size()) + "\n";
        return why + verdict(report);
    }

    /** Returns the last line. */
    public static String verdict(Report report) {
        var verdict = report.verdict();
        boolean warned = !report.results(Level.SHOULD, Outcome.Failed.class).isEmpty();
        return "Verdict: " + verdict.word().replace('-', ' ')
                + (verdict == Verdict.CONFORMANT && warned ? ", with warnings" : "");
    }
}
