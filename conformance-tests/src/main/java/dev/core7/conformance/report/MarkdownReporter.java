package dev.core7.conformance.report;

import static dev.core7.conformance.report.MarkdownText.code;
import static dev.core7.conformance.report.MarkdownText.prose;

import com.google.auto.service.AutoService;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The report in at most 60 lines of Markdown, for pull requests and job summaries. */
@AutoService(Reporter.class)
public final class MarkdownReporter implements Reporter {
    /** Each is three lines. */
    private static final int CAUSES = 6;

    private static final int REASONS = 5;
    private static final int OTHERS = 2;

    @Override
    public String fileName() {
        return "summary.md";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var page = ReportPage.of(report);
        out.write(head(page.summary()) + counts(page.counts()));
        out.write(chapter("What failed", page.failures(), CAUSES, MarkdownReporter::failure));
        out.write(chapter("What is not proven", page.unproven(), REASONS, MarkdownReporter::reason));
        out.write(chapter(
                "Known failures",
                report.results(Outcome.KnownFailure.class),
                OTHERS,
                known -> code(known.id()) + " " + prose(known.outcome().reason())));
        out.write(chapter("Stale in the baseline", page.stale(), OTHERS, MarkdownText::prose));
        out.write(chapter("Left behind on the target", report.leftBehind(), OTHERS, MarkdownText::code));
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

    /** A heading and a list, cut where it would get long; nothing where there is nothing to tell. */
    private static <T> String chapter(String title, List<T> all, int shown, Function<T, String> item) {
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
        var place = cause.all().get(0);
        var finding = cause.findings().get(0);
        int others = cause.findings().size() - 1;
        String repeat = place.proof().stream()
                .map(proof -> code(proof.curl()))
                .findFirst()
                .orElse("nothing was sent");
        return "**" + cause.level() + "** " + code(cause.check()) + " in " + cause.count() + ": " + prose(cause.title())
                + " (section “" + prose(place.section()) + "”)"
                + "\n  - at " + code(finding.where()) + ": expected " + code(finding.expected()) + ", actual "
                + code(finding.actual().get(0))
                + (others > 0 ? ", and " + Formats.count(others, "finding") + " more" : "")
                + "\n  - repeat: " + repeat;
    }

    private static String reason(UnprovenReason reason) {
        return reason.count() + ": " + prose(reason.text());
    }
}
