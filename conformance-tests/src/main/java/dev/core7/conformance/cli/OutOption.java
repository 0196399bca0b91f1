package dev.core7.conformance.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --out}: the folder for reports. */
final class OutOption {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "The folder for reports. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    ReportFolder folder() {
        return new ReportFolder(out);
    }
}
