package dev.core7.conformance.cli;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.ledger.FileLedger;
import dev.core7.conformance.report.ReplaySummary;
import dev.core7.conformance.result.RemovedIds;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.selection.Suggestion;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit replay}: sends one case or flow again and shows its exchanges. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Sends one case or flow again, with the requests that it depends on. Prints its exchanges and results.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every MUST of the case or flow holds",
            "1:a MUST failed",
            "2:bad usage",
            "3:a MUST was not proven, or the target is unreachable"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kit replay annotations_list/documented --target target.yaml",
            "  kit replay annotation-life --target target.yaml"
        })
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "ID",
            description =
                    "A case (operation/case) or a flow, as kit list prints them. The id of a result or a step selects its"
                            + " case or flow.")
    private String id = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-replay",
            description =
                    "The folder for the ledger, which kit cleanup reads if the run is aborted. Default: ${DEFAULT-VALUE}.")
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
        var budget = connection.budget();
        var behaviours = flows.read(read, budget);
        var transport = connection.transport(judged, target.client(), console);
        var cases = new Runner(read, judged, transport, Selection.ALL, behaviours).cases();
        var known = Stream.concat(
                        cases.stream().map(Case::id), behaviours.stream().map(Behaviour::id))
                .toList();
        var subject = current(subject(id, behaviours), known, behaviours);
        check(read, subject, known);
        var selection = Selection.ALL.only(Set.of(subject), "only " + subject + " is replayed");
        var runner = new Runner(read, judged, transport, selection, behaviours).waiting(budget);
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

    /** Returns the subject, or that of the successor if the kit no longer has the result that the id names. */
    private String current(String subject, List<String> known, List<Behaviour> behaviours) {
        var removed = RemovedIds.bundled();
        var successor =
                removed.contains(id) || !known.contains(subject) ? removed.successor(id) : Optional.<String>empty();
        successor.ifPresent(now -> console.notice(id + " was replaced by " + now + ", which is replayed"));
        return successor.map(now -> subject(now, behaviours)).orElse(subject);
    }

    /** Returns the case or flow that an id selects; {@code flow.step} selects the flow. */
    private static String subject(String id, List<Behaviour> behaviours) {
        return behaviours.stream()
                .map(Behaviour::id)
                .filter(flow -> id.startsWith(flow + "."))
                .findFirst()
                .orElseGet(() -> Selection.subject(id));
    }

    private static void check(Contract contract, String subject, List<String> known) {
        if (known.contains(subject)) {
            return;
        }
        if (contract.operation(subject).isPresent()) {
            throw new InputException(subject + " is an operation: give one of its cases, for example " + subject
                    + "/documented, or run kit check --operation " + subject);
        }
        if (Runner.checks().stream().anyMatch(each -> each.id().equals(subject))) {
            throw new InputException(subject + " is a check: give a case or flow; kit explain " + subject
                    + " lists the operations that it judges");
        }
        var suggestion = Suggestion.of(subject, known);
        throw new InputException(subject + ": no such case or flow"
                + (suggestion.isEmpty() ? ": kit list prints all cases and flows" : suggestion));
    }
}
