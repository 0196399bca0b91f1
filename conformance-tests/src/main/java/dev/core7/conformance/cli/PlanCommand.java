package dev.core7.conformance.cli;

import dev.core7.conformance.plan.Plan;
import dev.core7.conformance.run.Selection;
import dev.core7.conformance.run.Waiting;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit plan}: says what a run would send, and what it could prove, before anything is sent. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Says what a run would send and could prove with these keys and fixtures; sends nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "The server to be judged. Default: the embedded mock.")
    private @Nullable Path target;

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
    public Integer call() {
        var read = contract.read();
        var behaviours = flows.read(read, Waiting.NEVER);
        var selection = new Selection(Set.of(), readOnly);
        if (target != null) {
            var judged = new TargetReader(console.environment()).read(target, read);
            console.out().print(Plan.of(read, judged, selection, behaviours).text());
            return 0;
        }
        try (var mock = EmbeddedTarget.start(read)) {
            console.out()
                    .print(Plan.of(read, EmbeddedTarget.of(mock, read), selection, behaviours)
                            .text());
            return 0;
        }
    }
}
