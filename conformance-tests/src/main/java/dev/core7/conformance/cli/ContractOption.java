package dev.core7.conformance.cli;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.run.Behaviour;
import dev.core7.conformance.run.Waiting;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.flow.FlowsReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a command judges by: the options {@code --contract} and {@code --flows}. */
final class ContractOption {
    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "An OpenAPI 3.1 contract. Default: the one that comes with the kit.")
    private @Nullable Path file;

    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description =
                    "Behaviour across requests as an Arazzo 1.0 document. Default: the flows that come with the kit.")
    private @Nullable Path flows;

    /**
     * The contract that is meant.
     *
     * @throws dev.core7.contract.InputException where it cannot be read
     */
    Contract read() {
        return file == null ? ContractReader.bundled() : ContractReader.read(file);
    }

    /**
     * The flows that are meant.
     *
     * @throws dev.core7.contract.InputException where they cannot be read, or have something in them that is not executed
     */
    List<Behaviour> flows(Contract contract, Waiting waiting) {
        return flows == null
                ? Flows.bundled(contract, waiting)
                : Flows.of(FlowsReader.read(flows, contract), contract, waiting);
    }
}
