package dev.core7.conformance.cli;

import dev.core7.conformance.baseline.KnownFailures;
import dev.core7.conformance.diff.Remaining;
import dev.core7.conformance.ledger.FileLedger;
import dev.core7.conformance.report.ConsoleSummary;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Selection;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Waiting;
import dev.core7.contract.Contract;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit check}: runs the suite and ends in a verdict. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Runs the suite against a server and ends in a verdict.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:not conformant, or a stale entry in the baseline",
            "2:bad usage or configuration",
            "3:incomplete: a MUST was not proven, the target is unreachable, or the kit is at fault"
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "The server to judge: url, keys and fixtures, see README.md. Default: the embedded mock.")
    private @Nullable Path target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the reports go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Mixin
    private ContractOption contract = new ContractOption();

    @Mixin
    private FlowsOption flows = new FlowsOption();

    @Option(
            names = "--operation",
            paramLabel = "ID",
            arity = "1..*",
            description = "Judges these operations only; the others are listed as excluded.")
    private Set<String> operations = new LinkedHashSet<>();

    @Option(
            names = "--only-failed-of",
            paramLabel = "REPORT",
            description =
                    "Judges the cases and flows again that failed or were not proven in that report.json; the others are"
                            + " listed as excluded.")
    private @Nullable Path onlyFailedOf;

    @Option(names = "--read-only", description = "Sends nothing but GET.")
    private boolean readOnly;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints nothing but the verdict; the reports tell the rest.")
    private boolean quiet;

    @Option(names = "--strict", description = "Counts a SHOULD like a MUST.")
    private boolean strict;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Failures that are known; one that passes, is expired or names nothing ends the run with 1.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Drafts a baseline with everything that fails.")
    private @Nullable Path draft;

    @Mixin
    private PaceOptions pace = new PaceOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var read = contract.read();
        if (target != null) {
            return check(read, new TargetReader(console.environment()).read(target, read));
        }
        try (var mock = EmbeddedTarget.start(read)) {
            return check(read, EmbeddedTarget.of(mock, read));
        }
    }

    private int check(Contract read, Target judged) throws IOException {
        var known = baseline == null ? KnownFailures.none() : KnownFailures.read(baseline);
        var transport = pace.transport(judged);
        var selection = selection();
        selection.check(read);
        var behaviours = flows.read(read, Waiting.REAL);
        OutFolder.prepare(out);
        var ledger = FileLedger.begin(out, judged.url());
        var progress = new ProgressLine(console);
        try {
            var seen = new Runner(read, judged, transport, selection, behaviours)
                    .run(strict, quiet ? Progress.SILENT : progress, ledger);
            var today = LocalDate.now();
            var report = seen.with(known.apply(seen.results(), today), known.stale(seen.results(), today));
            progress.end();
            write(report);
            if (draft != null) {
                Files.writeString(draft, KnownFailures.draft(seen.results()));
            }
            print(report);
            return report.exitCode();
        } catch (Runner.UnreachableException e) {
            progress.end();
            return console.unreachable(judged.url(), e);
        }
    }

    private void print(Report report) {
        if (quiet) {
            console.out().println(ConsoleSummary.verdict(report));
        } else {
            console.out().print(ConsoleSummary.of(report));
            console.out().println("Reports: " + out.toAbsolutePath().normalize().toUri());
        }
    }

    private Selection selection() {
        var all = new Selection(operations, readOnly);
        return onlyFailedOf == null
                ? all
                : all.only(Remaining.of(onlyFailedOf), "not among what failed or was not proven in " + onlyFailedOf);
    }

    private void write(Report report) throws IOException {
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            // Not Files.newBufferedWriter: it fails at half a surrogate pair, which a server can send in a JSON escape.
            try (var file = Files.newOutputStream(out.resolve(reporter.fileName()));
                    var writer = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
                reporter.write(report, writer);
            }
        }
    }
}
