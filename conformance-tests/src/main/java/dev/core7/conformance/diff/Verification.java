package dev.core7.conformance.diff;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.util.List;

/** Verifies a report with its transcript: replays the run, judges every exchange again, and compares the results. */
public final class Verification {
    private final ReportFile recorded;
    private final Report replayed;
    private final List<String> differences;
    private final List<String> notes;

    private Verification(ReportFile recorded, Report replayed, Comparison comparison) {
        this.recorded = recorded;
        this.replayed = replayed;
        this.differences = comparison.differences();
        this.notes = comparison.notes();
    }

    /**
     * Verifies a report. Sends no requests.
     *
     * @param folder the folder with report.json and transcript.ndjson
     * @param behaviours the flows of the run, which must not wait before retries
     * @param kit the digest of this kit's kill matrix
     * @throws InputException if a file is missing or invalid, or if the report was judged by another contract
     */
    public static Verification of(Path folder, Contract contract, List<Behaviour> behaviours, String kit) {
        var recorded = ReportFile.read(folder);
        var run = RecordedRun.of(recorded.json());
        if (!run.contract().equals(contract.digest())) {
            throw new InputException(
                    folder + ": the report was judged by another contract: give that contract with --contract");
        }
        var transcript = Transcript.read(folder);
        var replayed = replay(run, transcript, contract, behaviours, recorded);
        var comparison = new Comparison(run.kit().equals(kit));
        comparison.compareResults(recorded, replayed);
        comparison.compareRun(run, replayed, transcript);
        return new Verification(recorded, replayed, comparison);
    }

    private static Report replay(
            RecordedRun run,
            Transcript transcript,
            Contract contract,
            List<Behaviour> behaviours,
            ReportFile recorded) {
        var runner =
                new Runner(contract, run.target(), transcript, run.selection(), behaviours).waiting(RetryDelay.AT_ONCE);
        var report = runner.replay(run.id(), run.strict());
        var results = report.results().stream()
                .map(result -> asKnownFailure(result, recorded.result(result.id())))
                .toList();
        return report.withResults(results, List.of());
    }

    /** Applies the baseline of the run: a failure is known if the report says so. */
    private static Result asKnownFailure(Result result, RecordedResult recorded) {
        return result.outcome() instanceof Outcome.Failed failed && recorded.isKnownFailure()
                ? result.with(new Outcome.KnownFailure(failed.findings(), recorded.reason()))
                : result;
    }

    /** Returns the report that this kit creates from the transcript. */
    public Report again() {
        return replayed;
    }

    /** Whether the report matches its transcript. */
    public boolean follows() {
        return differences.isEmpty();
    }

    /** Returns one line per difference and note, and the verdict of this kit. */
    public String text() {
        var text = new StringBuilder(recorded.line("report"));
        differences.forEach(
                difference -> text.append("REJECTED  ").append(difference).append('\n'));
        notes.forEach(note -> text.append("note: ").append(note).append('\n'));
        text.append('\n');
        if (follows()) {
            text.append("The report follows from its transcript: ")
                    .append(replayed.results().size())
                    .append(" results from ")
                    .append(replayed.exchanges().size())
                    .append(" exchanges.\n");
        } else {
            text.append("The report does not follow from its transcript.\n");
        }
        return text.append("Verdict of this kit for the same exchanges: ")
                .append(replayed.verdict().word().replace('-', ' '))
                .append('\n')
                .toString();
    }
}
