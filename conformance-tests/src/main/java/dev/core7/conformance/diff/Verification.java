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

/** A report held against its own transcript: the run is walked through again, and every exchange judged again. */
public final class Verification {
    private final ReportFile told;
    private final Report again;
    private final List<String> differences;
    private final List<String> notes;

    private Verification(ReportFile told, Report again, List<String> differences, List<String> notes) {
        this.told = told;
        this.again = again;
        this.differences = differences;
        this.notes = notes;
    }

    /**
     * Judges the exchanges of a run again; nothing is sent.
     *
     * @param folder where report.json and transcript.ndjson stand
     * @param behaviours those of the run, which wait for nothing
     * @param kit the digest of this kit's kill matrix
     * @throws InputException where one of the two files is missing or broken, or they are by another contract
     */
    public static Verification of(Path folder, Contract contract, List<Behaviour> behaviours, String kit) {
        var told = ReportFile.read(folder);
        var run = RecordedRun.of(told.json());
        if (!run.contract().equals(contract.digest())) {
            throw new InputException(folder + ": its report is by another contract: give its own with --contract");
        }
        var transcript = Transcript.read(folder);
        var again = again(run, transcript, contract, behaviours, told);
        var comparison = new Comparison(run.kit().equals(kit));
        comparison.results(told, again);
        comparison.rest(run, again, transcript);
        return new Verification(told, again, comparison.differences(), comparison.notes());
    }

    private static Report again(
            RecordedRun run, Transcript transcript, Contract contract, List<Behaviour> behaviours, ReportFile told) {
        var runner =
                new Runner(contract, run.target(), transcript, run.selection(), behaviours).waiting(RetryDelay.AT_ONCE);
        var report = runner.again(run.id(), run.strict());
        var results = report.results().stream()
                .map(result -> known(result, told.of(result.id())))
                .toList();
        return report.with(results, List.of());
    }

    /** A baseline is no matter of the transcript: what it excused has to be broken, in just that way. */
    private static Result known(Result result, RecordedResult told) {
        return result.outcome() instanceof Outcome.Failed failed
                        && told.outcome().equals("known-failure")
                ? result.with(new Outcome.KnownFailure(failed.findings(), told.reason()))
                : result;
    }

    /** The run as this kit judges it by the transcript. */
    public Report again() {
        return again;
    }

    /** Whether the report follows from its transcript. */
    public boolean follows() {
        return differences.isEmpty();
    }

    /** What came out as text: a line for each difference, and last what this kit says; a line break at its end. */
    public String text() {
        var text = new StringBuilder(told.line("report"));
        differences.forEach(
                difference -> text.append("REFUSED  ").append(difference).append('\n'));
        notes.forEach(note -> text.append("note: ").append(note).append('\n'));
        text.append('\n')
                .append(
                        follows()
                                ? "The report follows from its transcript: "
                                        + again.results().size() + " results judged again by "
                                        + again.exchanges().size() + " exchanges."
                                : "The report does not follow from its transcript.")
                .append("\nThis kit says of the same exchanges: ")
                .append(again.verdict().word().replace('-', ' '));
        return text.append('\n').toString();
    }
}
