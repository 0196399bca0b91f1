package dev.core7.conformance.cli;

import dev.core7.conformance.recording.FileProblem;
import dev.core7.conformance.report.ConsoleSummary;
import dev.core7.conformance.report.HtmlReporter;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.shard.ShardFile;
import dev.core7.contract.InputException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The folder that a command writes its reports to. */
record ReportFolder(Path out) {
    /**
     * Creates the folder, and removes the shard of an earlier run. Commands call this before the first request, so that no verdict is
     * lost because the folder is not writable.
     *
     * @throws InputException if the folder cannot be written
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

    /**
     * Writes a report in every format. If a file cannot be written, the one of an earlier run is removed.
     *
     * @return one message for each file that could not be written
     */
    List<String> write(Report report) {
        var problems = new ArrayList<String>();
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            write(reporter.fileName(), writer -> reporter.write(report, writer)).ifPresent(problems::add);
        }
        return problems;
    }

    /** Writes a file under a temporary name and renames it, so that it is complete and replaces a symbolic link instead of following it. */
    Optional<String> write(String name, Content content) {
        var file = out.resolve(name);
        try {
            var whole = out.resolve("." + name + ".part");
            Files.deleteIfExists(whole);
            try {
                // Not Files.newBufferedWriter: it rejects lone surrogates, which a server can send as JSON escapes.
                try (var stream = Files.newOutputStream(whole, StandardOpenOption.CREATE_NEW);
                        var writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
                    content.write(writer);
                }
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
                return Optional.empty();
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            return Optional.of(file + " cannot be written: " + FileProblem.reason(e) + remove(file));
        }
    }

    private static String remove(Path file) {
        try {
            return Files.deleteIfExists(file) ? "; the one of an earlier run was removed" : "";
        } catch (IOException e) {
            return "; the file there is of an earlier run";
        }
    }

    /** Writes the text of a file. */
    @FunctionalInterface
    interface Content {
        /** Writes the text to {@code writer}. */
        void write(Writer writer) throws IOException;
    }

    /** Prints the summary of a report and the path of {@code report.html}, and returns the exit code. */
    int summarize(Report report, Console console) {
        console.out().print(ConsoleSummary.of(report));
        console.out()
                .println("Report: "
                        + out.resolve(HtmlReporter.FILE_NAME).toAbsolutePath().normalize());
        return report.exitCode();
    }
}
