package dev.core7.conformance.cli;

import dev.core7.conformance.baseline.KnownFailures;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known to fail: the option {@code --baseline}. */
final class BaselineOption {
    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Failures that are known; one that passes, is expired or names nothing ends the run with 1.")
    private @Nullable Path file;

    /**
     * Reads the file; nothing is known without one.
     *
     * @throws dev.core7.contract.InputException where it cannot be read
     */
    KnownFailures read() {
        return file == null ? KnownFailures.none() : KnownFailures.read(file);
    }
}
