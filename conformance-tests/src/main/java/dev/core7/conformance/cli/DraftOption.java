package dev.core7.conformance.cli;

import dev.core7.conformance.baseline.KnownFailures;
import dev.core7.conformance.result.Result;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --write-baseline}: the file for a new baseline. */
final class DraftOption {
    private static final String NAME = "--write-baseline";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description = "Writes a baseline that contains all failures of this run.")
    private @Nullable Path file;

    /**
     * Checks before the first request that the file can be written. An existing file is not changed yet.
     *
     * @throws InputException if it cannot be written
     */
    void prepare() {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new InputException(NAME + " " + file + ": is a folder: give a file");
        }
        try {
            if (Files.exists(file)) {
                Files.newByteChannel(file, StandardOpenOption.WRITE).close();
            } else {
                Files.delete(Files.createTempFile(file.toAbsolutePath().getParent(), "kit", null));
            }
        } catch (IOException e) {
            throw new InputException(
                    NAME + " " + file + ": cannot be written: give a file in an existing folder that you may write to",
                    e);
        }
    }

    /** Writes the baseline if the option is set. */
    void write(List<Result> results) throws IOException {
        if (file != null) {
            Files.writeString(file, KnownFailures.draft(results));
        }
    }
}
