package dev.core7.conformance.cli;

import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The server that a command is about: the option {@code --target}. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "The server: url, keys and fixtures, see README.md. Default: the embedded mock.")
    private @Nullable Path file;

    /** What a command does with its target. */
    @FunctionalInterface
    interface Use {
        /** Does it, and answers the exit code. */
        int of(Target target) throws IOException;
    }

    /**
     * Uses the target that is meant; the embedded mock is up while that lasts.
     *
     * @throws dev.core7.contract.InputException where the file cannot be read
     */
    int use(Contract contract, Console console, Use use) throws IOException {
        if (file != null) {
            return use.of(new TargetReader(console.environment()).read(file, contract));
        }
        try (var mock = EmbeddedTarget.start(contract)) {
            return use.of(EmbeddedTarget.of(mock, contract));
        }
    }

    /** Whether the embedded mock is meant. */
    boolean isEmbedded() {
        return file == null;
    }
}
