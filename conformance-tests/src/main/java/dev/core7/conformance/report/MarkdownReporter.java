package dev.core7.conformance.report;

import static dev.core7.conformance.report.MarkdownText.code;
import static dev.core7.conformance.report.MarkdownText.prose;

import com.google.auto.service.AutoService;
import dev.core7.conformance.result.Hint;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report as Markdown of at most 60 lines, for pull requests and job summaries. */
@AutoService(Reporter.class)
public final class MarkdownReporter implements Reporter {
    /** Each takes four lines. */
    private static final int CAUSES = 4;

    private static final int REASONS = 4;
    private static final int OTHERS = 2;

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var page = ReportPage.of(report);
        out.write(head(page.summary()) + counts(page.counts()));
        out.write(section("Failures", page.failures(), CAUSES, MarkdownReporter::failure));
        out.write(section("Not proven", page.unproven(), REASONS, MarkdownReporter::reason));
        out.write(section(
                "Known failures",
                report.results(Outcome.KnownFailure.class),
                OTHERS,
                known -> code(known.id()) + " " + prose(known.outcome().reason())));
        out.write(section("Stale entries of the baseline", page.stale(), OTHERS, MarkdownText::prose));
        out.write(section("Hints without a verdict", page.hints(), OTHERS, MarkdownReporter::hint));
        out.write(section("Left behind on the server", page.sideEffects().left(), OTHERS, MarkdownText::code));
    }

    private static String head(Summary summary) {
        var facts = summary.facts().stream()
                .map(fact -> prose(fact.name()) + " " + code(fact.value()))
                .collect(Collectors.joining(", "));
        return "# " + summary.verdict() + "\n\n" + prose(summary.why()) + "\n\n" + facts + "\n\n";
    }

    private static String counts(Counts counts) {
        var heads = counts.heads().stream().map(OutcomeSymbol::word).toList();
        return row("", heads)
                + row("---", heads.stream().map(head -> "---:").toList())
                + counts.rows().stream()
                        .map(row -> row(
                                row.level().name(),
                                row.cells().stream().map(Counts.Cell::number).toList()))
                        .collect(Collectors.joining());
    }

    private static String row(String head, List<String> cells) {
        return "| " + head + " | " + String.join(" | ", cells) + " |\n";
    }

    /** Returns a heading and the first items of a list; an empty text if the list is empty. */
    private static <T> String section(String title, List<T> all, int shown, Function<T, String> item) {
        if (all.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("\n## " + title + "\n\n");
        all.stream()
                .limit(shown)
                .forEach(each -> text.append("- ").append(item.apply(each)).append('\n'));
        if (all.size() > shown) {
            text.append("- and ").append(Formats.number(all.size() - shown)).append(" more, see report.html\n");
        }
        return text.toString();
    }

    private static String failure(Cause cause) {
        var first = cause.first();
        var finding = cause.findings().get(0);
        int others = cause.findings().size() - 1;
        String sent = first.exchange().stream()
                .map(exchange -> code(exchange.curl()))
                .findFirst()
                .orElse("no request");
        return "**" + cause.level() + "** " + code(cause.check()) + " in " + cause.count() + ": " + prose(cause.title())
                + " (section “" + prose(first.section()) + "”)"
                + "\n  - at " + code(finding.where()) + ": expected " + code(finding.expected()) + ", actual "
                + code(finding.actual().get(0))
                + (others > 0 ? ", and " + Formats.count(others, "more finding") : "")
                + "\n  - replay: " + code(first.replay())
                + "\n  - sent: " + sent;
    }

    private static String hint(Hint hint) {
        return prose(hint.kind()) + ": " + code(hint.text()) + " in the response to " + code(hint.request());
    }

    private static String reason(UnprovenReason reason) {
        return reason.count() + ": " + prose(reason.text()) + "\n  - next: " + prose(reason.next()) + " "
                + code(reason.replay());
    }
}
