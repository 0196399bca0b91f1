package dev.core7.conformance.cli;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.http.Client;
import dev.core7.conformance.ledger.Cleanup;
import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.report.LeftBehind;
import dev.core7.conformance.target.Target;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit cleanup}: removes objects that an aborted run created. */
@Command(
        name = "cleanup",
        mixinStandardHelpOptions = true,
        description = "Removes objects that an aborted run left on the server, according to the run's ledger.",
        footerHeading = "%nExamples:%n",
        footer = "  kit cleanup conformance-report/ledger.ndjson --target target.yaml")
final class CleanupCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "LEDGER", description = "The ledger.ndjson in the report folder of the run.")
    private Path ledger = Path.of("");

    @Option(names = "--target", paramLabel = "FILE", required = true, description = "The target file of the run.")
    private Path target = Path.of("");

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    CleanupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var read = contract.read();
        var judged = new TargetReader(console.environment()).read(target, read);
        var outcome = new Cleanup(read, judged, transport(judged)).run(ledger);
        console.out().println(outcome.removed() + " objects removed");
        LeftBehind.lines(outcome.left())
                .forEach(left -> console.out().println("left behind: " + TerminalText.of(left)));
        return outcome.left().isEmpty() ? 0 : Main.INCOMPLETE;
    }

    /** Treats a request that is not sent because time has run out like one without a response: its object stays on the server. */
    private Transport transport(Target judged) {
        var transport = connection.transport(judged, Client.REST_ASSURED, console);
        return request -> {
            try {
                return transport.send(request);
            } catch (Transport.NotSentException | Transport.GivenUpException e) {
                throw new Transport.NoAnswerException(String.valueOf(e.getMessage()), false);
            }
        };
    }
}
