package dev.core7.conformance.cli;

import dev.core7.conformance.diff.Difference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kit diff}: what changed from one run to another. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says what changed between two reports, clause by clause; sends nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the same or better",
            "1:something fails, stopped running or is not proven that did better before",
            "2:bad usage, or no report"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit diff yesterday/report.json conformance-report")
final class DiffCommand implements Callable<Integer> {
    private static final int WORSE = 1;

    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = "A report.json, or the folder it stands in.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The later one.")
    private Path later = Path.of("");

    DiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var difference = Difference.between(old, later);
        console.out().print(difference.text());
        return difference.worse() ? WORSE : 0;
    }
}
