package dev.core7.conformance.cli;

import dev.core7.conformance.report.ConsoleSummary;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.shard.ShardFile;
import dev.core7.contract.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Where a command leaves its reports. */
record ReportFolder(Path out) {
    /**
     * Before anything is sent, so that no verdict is lost to a folder that cannot be written; what an earlier run has left for
     * {@code kit merge} goes.
     *
     * @throws InputException where it cannot be written
     */
    void prepare() {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InputException("--out " + out + ": is a file: name a folder");
        }
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, "kit", null));
            Files.deleteIfExists(out.resolve(ShardFile.FILE_NAME));
        } catch (IOException e) {
            throw new InputException("--out " + out + ": cannot be written: name a folder that you may write to", e);
        }
    }

    /** Writes a report in every format. */
    void write(Report report) throws IOException {
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            // Not Files.newBufferedWriter: it fails at half a surrogate pair, which a server can send in a JSON escape.
            try (var file = Files.newOutputStream(out.resolve(reporter.fileName()));
                    var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
                reporter.write(report, writer);
            }
        }
    }

    /** Prints the summary of a report, and where it is; answers the exit code. */
    int tell(Report report, Console console) {
        console.out().print(ConsoleSummary.of(report));
        console.out().println("Reports: " + out.toAbsolutePath().normalize().toUri());
        return report.exitCode();
    }
}
