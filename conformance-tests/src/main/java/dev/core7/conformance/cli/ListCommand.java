package dev.core7.conformance.cli;

import dev.core7.conformance.plan.Listing;
import dev.core7.conformance.spi.RetryDelay;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kit list}: prints operations, checks and flows. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the operations with their cases, the checks, and the flows with their steps and clauses. Sends no"
                        + " requests.",
        footerHeading = "%nExamples:%n",
        footer = "  kit list flows")
final class ListCommand implements Callable<Integer> {
    /** What can be listed. */
    enum What {
        /** Operations and their cases. */
        OPERATIONS,
        /** Checks and their clauses. */
        CHECKS,
        /** Flows, their steps and clauses. */
        FLOWS
    }

    private final Console console;

    @Parameters(paramLabel = "WHAT", arity = "0..*", description = "Any of operations, checks and flows. Default: all.")
    private List<What> wanted = new ArrayList<>();

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = contract.read();
        try (var mock = EmbeddedTarget.start(read)) {
            var listing = new Listing(read, EmbeddedTarget.of(mock, read), flows.read(read, RetryDelay.NEVER));
            var shown = wanted.isEmpty() ? List.of(What.values()) : wanted;
            console.out()
                    .print(String.join(
                            "\n",
                            shown.stream().map(what -> text(listing, what)).toList()));
        }
        return 0;
    }

    private static String text(Listing listing, What what) {
        return switch (what) {
            case OPERATIONS -> listing.operations();
            case CHECKS -> listing.checks();
            case FLOWS -> listing.flows();
        };
    }
}
