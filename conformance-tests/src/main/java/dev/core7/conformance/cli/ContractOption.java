package dev.core7.conformance.cli;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.nio.file.Path;
import java.util.function.Consumer;
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

    /**
     * Reads the file again whenever it has changed; the contract that comes with the kit does not change.
     *
     * @param read what was read from it
     * @param tell is told what happens, in lines for people
     */
    void watch(Contract read, Consumer<Contract> onChange, Consumer<Object> tell) {
        if (file == null) {
            return;
        }
        ContractWatch.start(
                file,
                read,
                contract -> {
                    onChange.accept(contract);
                    tell.accept(file + " has changed and is played: "
                            + contract.operations().size() + " operations");
                },
                mistake -> tell.accept(mistake.getMessage() + "; the contract before goes on being played"));
    }
}
