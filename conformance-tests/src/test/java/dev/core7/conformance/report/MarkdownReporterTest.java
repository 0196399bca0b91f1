package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkdownReporterTest {
    private static String markdown(Report report) {
        var out = new StringWriter();
        try {
            new MarkdownReporter().write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String golden() throws IOException {
        try (var in = MarkdownReporterTest.class.getResourceAsStream("golden.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void is_found_among_the_reporters() {
        assertThat(ServiceLoader.load(Reporter.class))
                .anySatisfy(reporter -> assertThat(reporter.fileName()).isEqualTo("summary.md"));
    }

    @Test
    void is_the_golden_file() throws IOException {
        var build = Certificate.ofThisBuild();
        String faults = Formats.number(build.killed()) + " of " + Formats.number(build.mutants()) + " deliberate";
        assertThat(markdown(Reports.everyOutcome(false)).replace(faults, "ALL deliberate"))
                .isEqualTo(golden());
    }

    @Test
    void tells_of_a_good_run_only_what_there_is_to_tell() {
        var passed = Runs.result("cohorts_list", "status-code", Level.MUST, Outcome.passed());
        assertThat(markdown(Runs.report(List.of(passed))))
                .startsWith("# Conformant\n\nThe one MUST clause that was judged holds.\n")
                .contains("| MUST | 1 | 0 | 0 | 0 | 0 | 0 |")
                .doesNotContain("## ");
    }

    @Test
    void stays_within_sixty_lines_however_much_is_wrong() {
        var results = IntStream.range(0, 100)
                .boxed()
                .flatMap(MarkdownReporterTest::everything)
                .toList();
        var many = IntStream.range(0, 100).mapToObj(i -> "entry " + i).toList();
        var run = Runs.report(results);
        var text = markdown(new Report(
                run.contract(),
                run.target(),
                run.selection(),
                run.runId(),
                run.started(),
                run.took(),
                false,
                results,
                run.exchanges(),
                many,
                many,
                List.of()));
        assertThat(text.lines().count()).isLessThanOrEqualTo(60);
        assertThat(text).contains("- and 96 more, see report.html", "- and 98 more, ");
    }

    private static Stream<Result> everything(int i) {
        var failed = Outcome.failed("status", "200", "50" + i);
        return Stream.of(
                        failed,
                        new Outcome.NotProven("reason " + i),
                        new Outcome.KnownFailure(failed.brokenPlaces(), "ticket " + i))
                .map(outcome -> Runs.result("cohorts_list", "check-" + i, Level.MUST, outcome));
    }

    @Test
    void no_text_becomes_markup_or_calls_anybody() {
        String attack = "</td><img src=x> [a](http://evil) ![b](c) @maintainers `x` ``y`` www.evil # *b*\n# top\n| a |";
        var failed = Runs.result("cohorts_list", "status-code", Level.MUST, Outcome.failed(attack, attack, attack));
        var unproven = Runs.result("cohorts_list", "error-body", Level.MUST, new Outcome.NotProven(attack));
        var lines = markdown(Runs.report(List.of(failed, unproven))).lines().toList();
        assertThat(lines).noneMatch(line -> line.startsWith("# top") || line.startsWith("| a"));
        assertThat(lines)
                .contains("- 1 MUST: &lt;/td&gt;&lt;img src=x&gt; \\[a\\](http\\://evil) !\\[b\\](c)"
                        + " @\u200Bmaintainers \\`x\\` \\`\\`y\\`\\` www\\.evil \\# \\*b\\* \\# top \\| a \\|");
        assertThat(lines).anyMatch(line -> line.startsWith("  - at ``` </td><img src=x> [a](http://evil)"));
    }
}
