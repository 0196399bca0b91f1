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

/** Where a baseline is drafted: the option {@code --write-baseline}. */
final class DraftOption {
    private static final String NAME = "--write-baseline";

    @Option(names = NAME, paramLabel = "FILE", description = "Drafts a baseline with everything that fails.")
    private @Nullable Path file;

    /**
     * Before anything is sent, so that no run is lost to a file that cannot be written; one that is there stays.
     *
     * @throws InputException where it cannot be written
     */
    void prepare() {
        if (file == null) {
            return;
        }
        if (Files.isDirectory(file)) {
            throw new InputException(NAME + " " + file + ": is a folder: name a file");
        }
        try {
            if (Files.exists(file)) {
                Files.newByteChannel(file, StandardOpenOption.WRITE).close();
            } else {
                Files.delete(Files.createTempFile(file.toAbsolutePath().getParent(), "kit", null));
            }
        } catch (IOException e) {
            throw new InputException(
                    NAME + " " + file + ": cannot be written: name a file in a folder that is there and that you may"
                            + " write to",
                    e);
        }
    }

    /** Drafts it, where that is wanted. */
    void write(List<Result> results) throws IOException {
        if (file != null) {
            Files.writeString(file, KnownFailures.draft(results));
        }
    }
}
