package dev.core7.conformance.diff;

import dev.core7.conformance.run.Behaviour;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Verdict;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
     * @throws InputException where one of the two files is missing or broken
     */
    public static Verification of(Path folder, Contract contract, List<Behaviour> behaviours, String kit) {
        var told = ReportFile.read(folder);
        var run = recorded(folder, told);
        var transcript = Transcript.read(folder);
        var again = again(run, transcript, contract, behaviours, told);
        var comparison = new Comparison(run.kit().equals(kit) && run.contract().equals(contract.digest()));
        comparison.results(told, again);
        comparison.rest(run, again, transcript);
        return new Verification(told, again, comparison.differences, comparison.notes);
    }

    private static RecordedRun recorded(Path folder, ReportFile told) {
        try {
            return RecordedRun.of(told.json());
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    folder.resolve(ReportFile.NAME) + ": does not tell enough of its run: " + e.getMessage()
                            + "; run again with this kit",
                    e);
        }
    }

    private static Report again(
            RecordedRun run, Transcript transcript, Contract contract, List<Behaviour> behaviours, ReportFile told) {
        try {
            var runner = new Runner(contract, run.target(), transcript, run.selection(), behaviours);
            var report = runner.again(run.id(), run.strict());
            var results = report.results().stream()
                    .map(result -> known(result, told.of(result.id())))
                    .toList();
            return report.with(results, List.of());
        } catch (Runner.UnreachableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A baseline is no matter of the transcript: what it excused has to be broken, in just that way. */
    private static Result known(Result result, Judgement told) {
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

    /** Collects what is not as the report has it. */
    private static final class Comparison {
        private final boolean sameKit;
        private final List<String> differences = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Comparison(boolean sameKit) {
            this.sameKit = sameKit;
            if (!sameKit) {
                notes.add("the report was made by another build of the kit, or by another contract:"
                        + " what only one of the two judges is told, and refuses nothing");
            }
        }

        void results(ReportFile told, Report again) {
            var judged = new LinkedHashMap<String, Judgement>();
            again.results().forEach(result -> judged.put(result.id(), Judgement.of(result)));
            told.judgements().forEach((id, old) -> compare(old, judged.getOrDefault(id, Judgement.absent(id))));
            judged.forEach((id, now) -> compare(told.of(id), now));
            var ofBoth = again.results().stream()
                    .filter(result -> told.judgements().containsKey(result.id()))
                    .toList();
            same("verdict", told.verdict(), Verdict.of(ofBoth, again.strict()).word());
        }

        private void compare(Judgement old, Judgement now) {
            boolean unrecorded =
                    old.notProven() && now.notProven() && now.reason().equals(Transcript.NO_LINE);
            boolean alike = old.equals(now) || unrecorded && old.level().equals(now.level());
            String difference =
                    Judgement.printable(old.id() + ": the report says " + old.why() + ", the transcript " + now.why());
            boolean ofOneOnly = old.isAbsent() || now.isAbsent();
            if (!alike && !differences.contains(difference)) {
                (ofOneOnly && !sameKit ? notes : differences).add(difference);
            }
        }

        void rest(RecordedRun run, Report again, Transcript transcript) {
            same("requests", String.valueOf(run.requests()), String.valueOf(transcript.size()));
            same("leftBehind", run.leftBehind(), left(run.leftBehind(), again.leftBehind()));
            if (sameKit) {
                same("counts", run.counts(), again.counts().toString());
            }
            var unasked = transcript.notAskedFor().stream()
                    .map(line -> Judgement.printable(line) + ": this kit does not ask so in this run")
                    .toList();
            (sameKit ? differences : notes).addAll(unasked);
        }

        /** What could not be tidied up; where that was not answered, the report alone tells why. */
        private static List<String> left(List<String> told, List<String> now) {
            var left = new ArrayList<String>();
            for (int i = 0; i < now.size(); i++) {
                boolean silent = now.get(i).equals(Transcript.NO_LINE) && i < told.size();
                left.add(silent ? told.get(i) : now.get(i));
            }
            return left;
        }

        private void same(String what, Object told, Object now) {
            if (!told.equals(now)) {
                differences.add(Judgement.printable(what + ": the report says " + told + ", the transcript " + now));
            }
        }
    }
}
