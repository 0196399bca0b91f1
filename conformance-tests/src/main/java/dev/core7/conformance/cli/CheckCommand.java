package dev.core7.conformance.cli;

import dev.core7.conformance.diff.FailedResults;
import dev.core7.conformance.ledger.FileLedger;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.report.Certificate;
import dev.core7.conformance.report.ConsoleSummary;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Rounds;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.shard.ShardFile;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit check}: runs the suite against a server and gives a verdict. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs the suite against a server and gives a verdict.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:not conformant, or the baseline has a stale entry",
            "2:bad usage or configuration",
            "3:incomplete: a MUST was not proven, the target is unreachable, or the kit has an internal error"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kit check",
            "  kit check --target target.yaml --strict",
            "  kit check --target target.yaml --operation cohorts_list --read-only",
            "  kit check --target target.yaml --only-failed-of conformance-report/report.json"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int MAX_ROUNDS = 10;

    private final Console console;

    @Mixin
    private TargetOption target = new TargetOption();

    @Mixin
    private OutOption out = new OutOption();

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    @Option(
            names = "--operation",
            paramLabel = "ID",
            arity = "1..*",
            description = "Judges only these operations. Results of the others are reported as excluded.")
    private Set<String> operations = new LinkedHashSet<>();

    @Option(
            names = "--only-failed-of",
            paramLabel = "REPORT",
            description =
                    "Judges only the cases and flows that failed or were not proven in this report (report.json or its"
                            + " folder). All other results are excluded.")
    private @Nullable Path onlyFailedOf;

    @Option(names = "--read-only", description = "Sends only GET requests.")
    private boolean readOnly;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints only the verdict and stale baseline entries. The reports contain the rest.")
    private boolean quiet;

    @Option(names = "--strict", description = "Treats a SHOULD as a MUST.")
    private boolean strict;

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private DraftOption draft = new DraftOption();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "The number of resources to test in parallel; it does not affect the results. Use 1 if the server accepts only"
                            + " one connection at a time. Default: the number of processors.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--shard",
            paramLabel = "N/OF",
            description =
                    "Judges only one part of the run: 2/5 is the second of five parts of about equal size. kit merge"
                            + " combines them. Each part also sends the requests that create the objects it needs.")
    private @Nullable String shard;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description =
                    "Executes the run N times, at most 10, and warns about cases whose results differ. The verdict and the"
                            + " report are those of the worst round.")
    private int repeat = 1;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        return target.use(read, console, judged -> check(read, judged));
    }

    private int check(Contract read, Target judged) throws IOException {
        if (jobs < 1) {
            throw new InputException("--jobs " + jobs + ": give a number above 0");
        }
        if (repeat < 1 || repeat > MAX_ROUNDS) {
            throw new InputException("--repeat " + repeat + ": give a number from 1 to " + MAX_ROUNDS);
        }
        if (repeat > 1 && shard != null) {
            throw new InputException("--repeat with --shard: shards of different rounds cannot be merged, so repeat"
                    + " the complete run");
        }
        var known = baseline.read();
        var part = Optional.ofNullable(shard).map(Shard::parse);
        var selection = selection();
        selection.check(read);
        var budget = connection.budget();
        var behaviours = flows.read(read, budget);
        var whole = new Runner(
                        read, judged, connection.transport(judged, target.client(), console), selection, behaviours)
                .waiting(budget);
        var runner = part.map(whole::only).orElse(whole);
        var folder = out.folder();
        folder.prepare();
        draft.prepare();
        try (var ledger = FileLedger.begin(folder.out(), judged.url());
                var interruption = InterruptHandler.of(budget, console)) {
            var rounds = new ArrayList<Report>();
            Report seen;
            do {
                seen = run(runner, ledger, folder, interruption);
                // Only a complete run shows that an entry of the baseline matches no result.
                rounds.add(
                        part.isEmpty()
                                ? known.applied(seen, LocalDate.now())
                                : seen.withResults(known.apply(seen.results(), LocalDate.now()), List.of()));
            } while (rounds.size() < repeat && budget.startsAnotherRound());
            var report = new Rounds(rounds).worst();
            draft.write(report.results());
            var problems = folder.write(report);
            if (part.isPresent()) {
                var kept = ShardFile.of(seen, part.get(), behaviours, build());
                folder.write(ShardFile.FILE_NAME, writer -> writer.write(kept)).ifPresent(problems::add);
            }
            ledger.problem().ifPresent(problems::add);
            return console.unwritten(problems, print(report, folder));
        } catch (Runner.UnreachableException e) {
            return console.unreachable(judged.url(), e);
        }
    }

    private Report run(Runner runner, Ledger ledger, ReportFolder folder, InterruptHandler interruption)
            throws Runner.UnreachableException {
        var progress = new ProgressLine(console);
        try {
            var reported = interruption.progress(quiet ? Progress.SILENT : progress);
            return runner.run(strict, reported, ledger, jobs).withWarnings(connection.warnings());
        } catch (RuntimeException | Error e) {
            console.ledgerHint(folder.out().resolve(FileLedger.FILE_NAME));
            throw e;
        } finally {
            progress.end();
        }
    }

    /** Returns the version and the digest of the kill matrix, which changes more often. */
    private static String build() {
        return Main.VERSION + " " + Certificate.ofThisBuild().sha256();
    }

    private int print(Report report, ReportFolder folder) {
        if (quiet) {
            console.out().println(ConsoleSummary.quiet(report));
            return report.exitCode();
        }
        return folder.summarize(report, console);
    }

    private Selection selection() {
        var all = new Selection(operations, readOnly);
        return onlyFailedOf == null
                ? all
                : all.only(
                        FailedResults.of(onlyFailedOf),
                        "not among the results that failed or were not proven in " + onlyFailedOf);
    }
}
