package dev.core7.conformance.cli;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.ledger.FileLedger;
import dev.core7.conformance.report.ReplaySummary;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit replay}: sends one case or flow again and shows what went over the wire. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Sends one case or flow again, with what it builds on, and shows its exchanges and what is said of them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every MUST of it holds",
            "1:a MUST of it is broken",
            "2:bad usage",
            "3:a MUST of it was not proven"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kit replay annotations_list/documented --target target.yaml")
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "ID",
            description =
                    "operation/case or a flow, as kit list names them; the id of a result stands for its case or flow.")
    private String id = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-replay",
            description = "Where the ledger goes, for kit cleanup after a kill. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        return target.use(read, console, judged -> replay(read, judged));
    }

    private int replay(Contract read, Target judged) {
        var subject = Selection.subject(id);
        var budget = connection.budget();
        var behaviours = flows.read(read, budget);
        var selection = Selection.ALL.only(Set.of(subject), "only " + subject + " is replayed");
        var runner =
                new Runner(read, judged, connection.transport(judged, console), selection, behaviours).waiting(budget);
        check(subject, runner.cases(), behaviours);
        new ReportFolder(out).prepare();
        var progress = new ProgressLine(console);
        try (var ledger = FileLedger.begin(out, judged.url())) {
            var report = runner.run(false, budget.progress(progress), ledger, 1);
            progress.end();
            console.out().print(ReplaySummary.of(report, subject));
            return console.unwritten(ledger.problem().stream().toList(), report.exitCode());
        } catch (Runner.UnreachableException e) {
            progress.end();
            return console.unreachable(judged.url(), e);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            console.ledgerHint(out.resolve(FileLedger.FILE_NAME));
            throw e;
        }
    }

    private static void check(String subject, List<Case> cases, List<Behaviour> behaviours) {
        var known = Stream.concat(
                        cases.stream().map(Case::id), behaviours.stream().map(Behaviour::id))
                .toList();
        if (!known.contains(subject)) {
            throw new InputException(
                    subject + ": no such case or flow: kit list has all" + Suggestion.of(subject, known));
        }
    }
}
