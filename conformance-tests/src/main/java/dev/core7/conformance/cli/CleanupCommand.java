package dev.core7.conformance.cli;

import dev.core7.conformance.ledger.Cleanup;
import dev.core7.conformance.run.TerminalText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit cleanup}: takes away what a killed run has left. */
@Command(
        name = "cleanup",
        mixinStandardHelpOptions = true,
        description = "Takes away what a killed run has left on the server, by the run's ledger.",
        footerHeading = "%nExamples:%n",
        footer = "  kit cleanup conformance-report/ledger.ndjson --target target.yaml")
final class CleanupCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "LEDGER", description = "The ledger.ndjson of the run; it stands beside its reports.")
    private Path ledger = Path.of("");

    @Option(names = "--target", paramLabel = "FILE", required = true, description = "The target file of the run.")
    private Path target = Path.of("");

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private PaceOptions pace = new PaceOptions();

    CleanupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = contract.read();
        var judged = new TargetReader(console.environment()).read(target, read);
        var outcome = new Cleanup(read, judged, pace.transport(judged)).run(ledger);
        console.out().println(outcome.removed() + " objects taken away");
        outcome.left().forEach(left -> console.out().println("left behind: " + TerminalText.of(left)));
        return outcome.left().isEmpty() ? 0 : Main.INCOMPLETE;
    }
}
