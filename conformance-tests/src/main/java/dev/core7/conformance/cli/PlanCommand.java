package dev.core7.conformance.cli;

import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.plan.Plan;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit plan}: prints the requests of a run and the results that it can prove. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description =
                "Prints the requests that a run would send and the results that it can prove with the keys and fixtures of the"
                        + " target. Does not send requests to the server.",
        footerHeading = "%nExamples:%n",
        footer = "  kit plan --target target.yaml")
final class PlanCommand implements Callable<Integer> {
    /** The time limit for a response of the embedded mock. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Console console;

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(names = "--read-only", description = "Plans a run that sends only GET requests.")
    private boolean readOnly;

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        return target.use(read, console, judged -> {
            console.out().print(plan(read, judged).text());
            return 0;
        });
    }

    /** Uses the contract's examples as responses; for the embedded mock, does a run against it. */
    private Plan plan(Contract read, Target judged) {
        var selection = new Selection(Set.of(), readOnly);
        if (!target.isEmbedded()) {
            return Plan.of(read, judged, selection, flows.read(read, RetryDelay.NEVER));
        }
        var behaviours = flows.read(read, RetryDelay.AT_ONCE);
        var transport = new PlainTransport(judged, LIMIT);
        return Plan.of(new Runner(read, judged, transport, selection, behaviours).dryRun());
    }
}
