package dev.core7.conformance.cli;

import dev.core7.conformance.diff.Difference;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kit diff}: compares the reports of two runs. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compares two reports, result by result. Does not send requests to the server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no result is worse",
            "1:a result is worse: it failed, was not proven or no longer ran",
            "2:bad usage, or a report cannot be read"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit diff yesterday/report.json conformance-report")
final class DiffCommand implements Callable<Integer> {
    private static final int WORSE = 1;

    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier report.json, or its folder.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The later report.json, or its folder.")
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
