package dev.core7.conformance.cli;

import dev.core7.conformance.report.ConsoleSummary;
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

    /**
     * Writes a report in every format. A file that cannot be written is removed, so that no half of it and none of an earlier run
     * stays.
     *
     * @return what could not be written, and why
     */
    List<String> write(Report report) {
        var problems = new ArrayList<String>();
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            write(reporter.fileName(), writer -> reporter.write(report, writer)).ifPresent(problems::add);
        }
        return problems;
    }

    /** Writes one file as a whole: beside its place first, so that a symbolic link there is replaced and not followed. */
    Optional<String> write(String name, Content content) {
        var file = out.resolve(name);
        try {
            var whole = out.resolve("." + name + ".part");
            Files.deleteIfExists(whole);
            try {
                // Not Files.newBufferedWriter: it fails at half a surrogate pair, which a server can send in a JSON
                // escape.
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
            return Optional.of(file + " cannot be written: " + e + remove(file));
        }
    }

    private static String remove(Path file) {
        try {
            return Files.deleteIfExists(file) ? "; the one of an earlier run was removed" : "";
        } catch (IOException e) {
            return "; what is there is of an earlier run";
        }
    }

    /** Writes the text of a file. */
    @FunctionalInterface
    interface Content {
        /** Writes it to {@code writer}. */
        void write(Writer writer) throws IOException;
    }

    /** Prints the summary of a report, and where it is; answers the exit code. */
    int tell(Report report, Console console) {
        console.out().print(ConsoleSummary.of(report));
        console.out().println("Reports: " + out.toAbsolutePath().normalize().toUri());
        return report.exitCode();
    }
}
