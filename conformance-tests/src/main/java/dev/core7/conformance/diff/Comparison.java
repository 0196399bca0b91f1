package dev.core7.conformance.diff;

import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Collects what a report has otherwise than its transcript: differences refuse it, notes do not. */
final class Comparison {
    private final boolean sameKit;
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Comparison(boolean sameKit) {
        this.sameKit = sameKit;
        if (!sameKit) {
            notes.add("the report was made by another build of the kit:"
                    + " what only one of the two judges is told, and refuses nothing by itself");
        }
    }

    List<String> differences() {
        return differences;
    }

    List<String> notes() {
        return notes;
    }

    /** Each result, and the verdict of all that this kit judges. */
    void results(ReportFile told, Report again) {
        var judged = new LinkedHashMap<String, RecordedResult>();
        again.results().forEach(result -> judged.put(result.id(), RecordedResult.of(result)));
        told.judgements().forEach((id, old) -> compare(old, judged.getOrDefault(id, RecordedResult.absent(id))));
        judged.forEach((id, now) -> compare(told.of(id), now));
        same("verdict", told.verdict(), again.verdict().word());
    }

    private void compare(RecordedResult old, RecordedResult now) {
        boolean unrecorded = old.notProven() && now.notProven() && now.reason().equals(Transcript.NO_LINE);
        boolean alike = old.equals(now) || unrecorded && old.level().equals(now.level());
        String difference =
                TerminalText.of(old.id() + ": the report says " + old.why() + ", the transcript " + now.why());
        boolean ofOneOnly = old.isAbsent() || now.isAbsent();
        if (!alike && !differences.contains(difference)) {
            (ofOneOnly && !sameKit ? notes : differences).add(difference);
        }
    }

    /** What is told beside the results. */
    void rest(RecordedRun run, Report again, Transcript transcript) {
        same("requests", String.valueOf(run.requests()), String.valueOf(transcript.size()));
        same("leftBehind", run.leftBehind(), left(run.leftBehind(), again.leftBehind()));
        if (sameKit) {
            same("results", run.results(), again.results().size());
            same("counts", run.counts(), again.counts().toString());
        }
        int known = again.results(Outcome.KnownFailure.class).size();
        if (known > 0) {
            notes.add(known
                    + " failed as the report says, and are known by its word alone: give kit check the baseline again");
        }
        var unasked = transcript.notAskedFor().stream()
                .map(line -> TerminalText.of(line) + ": this kit does not ask so in this run")
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
            differences.add(TerminalText.of(what + ": the report says " + told + ", the transcript " + now));
        }
    }
}
