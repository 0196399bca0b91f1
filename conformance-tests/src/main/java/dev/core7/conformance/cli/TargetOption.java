package dev.core7.conformance.cli;

import dev.core7.conformance.http.Client;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --target}: the server to test. */
final class TargetOption {
    @Option(
            names = "--target",
            paramLabel = "FILE",
            description =
                    "The target file, which describes the server: URL, keys and fixtures (see docs/target.md). Default: the embedded"
                            + " mock.")
    private @Nullable Path file;

    /** An action of a command on its target. */
    @FunctionalInterface
    interface Use {
        /** Performs the action and returns the exit code. */
        int of(Target target) throws IOException;
    }

    /**
     * Performs an action on the target; the embedded mock runs only during the action.
     *
     * @throws dev.core7.contract.InputException if the file cannot be read
     */
    int use(Contract contract, Console console, Use use) throws IOException {
        if (file != null) {
            return use.of(new TargetReader(console.environment()).read(file, contract));
        }
        try (var mock = EmbeddedTarget.start(contract)) {
            return use.of(EmbeddedTarget.of(mock, contract));
        }
    }

    /** Returns whether the target is the embedded mock. */
    boolean isEmbedded() {
        return file == null;
    }

    /** Returns what sends requests to the target. */
    Client client() {
        return isEmbedded() ? Client.PLAIN : Client.REST_ASSURED;
    }
}
