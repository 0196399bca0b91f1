package dev.core7.conformance.cli;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.relations.Relations;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.flow.FlowsReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --flows}: workflows with several requests. */
final class FlowsOption {
    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description = "Workflows with several requests, as an Arazzo 1.0 document. Default: the flows of the kit.")
    private @Nullable Path file;

    /** Returns whether these are the user's own flows. */
    boolean isOwn() {
        return file != null;
    }

    /**
     * Reads the flows.
     *
     * @throws dev.core7.contract.InputException if the flows cannot be read or contain something that the kit cannot execute
     */
    List<Behaviour> read(Contract contract, RetryDelay waiting) {
        var flows = file == null
                ? Flows.bundled(contract, waiting)
                : Flows.of(FlowsReader.read(file, contract), contract, waiting);
        return Stream.concat(flows.stream(), Relations.of(contract, waiting).stream())
                .toList();
    }
}
