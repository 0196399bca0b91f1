package dev.core7.conformance.cli;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --contract}: the contract to use. */
final class ContractOption {
    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "An OpenAPI 3.1 document. Default: the contract of the kit.")
    private @Nullable Path file;

    /**
     * Reads the contract.
     *
     * @throws dev.core7.contract.InputException if it cannot be read
     */
    Contract read() {
        return file == null ? ContractReader.bundled() : ContractReader.read(file);
    }

    /**
     * Reads the file again when it changes; the contract of the kit does not change.
     *
     * @param read the contract that was read from the file
     * @param log receives a line for each change or error
     */
    void watch(Contract read, Consumer<Contract> onChange, Consumer<Object> log) {
        if (file == null) {
            return;
        }
        ContractWatch.start(
                file,
                read,
                contract -> {
                    onChange.accept(contract);
                    log.accept(file + " has changed and is now used: "
                            + contract.operations().size() + " operations");
                },
                error -> log.accept(error.getMessage() + "; the previous contract is still used"));
    }
}
