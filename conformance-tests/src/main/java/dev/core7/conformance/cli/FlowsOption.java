package dev.core7.conformance.cli;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.flow.FlowsReader;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The behaviour that a command judges: the option {@code --flows}. */
final class FlowsOption {
    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description =
                    "Behaviour across requests as an Arazzo 1.0 document. Default: the flows that come with the kit.")
    private @Nullable Path file;

    /** Whether flows of the user's own are meant. */
    boolean isOwn() {
        return file != null;
    }

    /**
     * The flows that are meant.
     *
     * @throws dev.core7.contract.InputException where they cannot be read, or have something in them that is not executed
     */
    List<Behaviour> read(Contract contract, RetryDelay waiting) {
        return file == null
                ? Flows.bundled(contract, waiting)
                : Flows.of(FlowsReader.read(file, contract), contract, waiting);
    }
}
