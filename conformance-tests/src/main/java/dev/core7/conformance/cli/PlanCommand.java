package dev.core7.conformance.cli;

import dev.core7.conformance.http.RestAssuredTransport;
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

/** {@code kit plan}: says what a run would send, and what it could prove, before anything is sent. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Says what a run would send and could prove with these keys and fixtures; sends nothing.",
        footerHeading = "%nExamples:%n",
        footer = "  kit plan --target target.yaml")
final class PlanCommand implements Callable<Integer> {
    /** How long the embedded mock may take for an answer. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Console console;

    @Mixin
    private TargetOption target = new TargetOption();

    @Option(names = "--read-only", description = "Plans a run that sends nothing but GET.")
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

    /** What a server holds cannot be known on paper; the embedded mock can be asked. */
    private Plan plan(Contract read, Target judged) {
        var selection = new Selection(Set.of(), readOnly);
        if (!target.isEmbedded()) {
            return Plan.of(read, judged, selection, flows.read(read, RetryDelay.NEVER));
        }
        var behaviours = flows.read(read, RetryDelay.AT_ONCE);
        var transport = new RestAssuredTransport(judged, LIMIT);
        return Plan.of(new Runner(read, judged, transport, selection, behaviours).walkThrough());
    }
}
