package dev.core7.conformance.cli;

import dev.core7.conformance.baseline.KnownFailures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --baseline}: known failures. */
final class BaselineOption {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description =
                    "Known failures. The exit code is 1 if an entry is stale: its result passes, it has expired, or it matches no"
                            + " result.")
    private @Nullable Path file;

    /**
     * Reads the file; without one, there are no known failures.
     *
     * @throws dev.core7.contract.InputException if it cannot be read
     */
    KnownFailures read() {
        return file == null ? KnownFailures.none() : KnownFailures.read(file);
    }
}
