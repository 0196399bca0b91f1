package dev.core7.conformance.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command leaves its reports: the option {@code --out}. */
final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the reports go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    ReportFolder folder() {
        return new ReportFolder(out);
    }
}
