package dev.core7.conformance.cli;

import dev.core7.conformance.plan.Explanation;
import dev.core7.conformance.run.Waiting;
import dev.core7.conformance.selftest.KillMatrix;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit explain}: what stands behind one result. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says what stands behind a result: clause, page, request, assumptions, mutants; sends nothing.")
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", description = "A result's id, operation/case/check, as the reports have it.")
    private String id = "";

    @Option(names = "--target", paramLabel = "FILE", description = "The target of the run. Default: the embedded mock.")
    private @Nullable Path target;

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = contract.read();
        var behaviours = flows.read(read, Waiting.NEVER);
        var kills = KillMatrix.killsOfThisBuild(id);
        if (target != null) {
            var judged = new TargetReader(console.environment()).read(target, read);
            console.out().print(new Explanation(read, judged, behaviours).of(id, kills));
            return 0;
        }
        try (var mock = EmbeddedTarget.start(read)) {
            console.out().print(new Explanation(read, EmbeddedTarget.of(mock, read), behaviours).of(id, kills));
            return 0;
        }
    }
}
