package dev.core7.conformance.cli;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The contract that a command works by: the option {@code --contract}. */
final class ContractOption {
    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "An OpenAPI 3.1 contract. Default: the one that comes with the kit.")
    private @Nullable Path file;

    /**
     * The contract that is meant.
     *
     * @throws dev.core7.contract.InputException where it cannot be read
     */
    Contract read() {
        return file == null ? ContractReader.bundled() : ContractReader.read(file);
    }
}
