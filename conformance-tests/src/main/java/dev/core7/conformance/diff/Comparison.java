package dev.core7.conformance.diff;

import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Compares a report with a report that was created from its transcript. Differences reject the report, notes do not. */
final class Comparison {
    private final boolean sameKit;
    private final List<String> differences = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Comparison(boolean sameKit) {
        this.sameKit = sameKit;
        if (!sameKit) {
            notes.add("another build of the kit wrote the report;"
                    + " a result that only one of the two builds has does not reject the report");
        }
    }

    List<String> differences() {
        return differences;
    }

    List<String> notes() {
        return notes;
    }

    /** Compares every result, and the verdict. */
    void compareResults(ReportFile recorded, Report replayed) {
        var results = new LinkedHashMap<String, RecordedResult>();
        replayed.results().forEach(result -> results.put(result.id(), RecordedResult.of(result)));
        recorded.results().forEach((id, old) -> compare(old, results.getOrDefault(id, RecordedResult.absent(id))));
        results.forEach((id, now) -> compare(recorded.result(id), now));
        compare("verdict", recorded.verdict(), replayed.verdict().word());
    }

    private void compare(RecordedResult old, RecordedResult now) {
        boolean unrecorded = old.notProven() && now.notProven() && now.reason().equals(Transcript.NO_LINE);
        boolean same = old.equals(now) || unrecorded && old.level().equals(now.level());
        String difference = difference(old.id(), old.summary(), now.summary());
        boolean inOneOnly = old.isAbsent() || now.isAbsent();
        if (!same && !differences.contains(difference)) {
            (inOneOnly && !sameKit ? notes : differences).add(difference);
        }
    }

    /** Compares the other properties of the run: its requests, the objects left behind, and the counts. */
    void compareRun(RecordedRun run, Report replayed, Transcript transcript) {
        compare("requests", String.valueOf(run.requests()), String.valueOf(transcript.size()));
        compare("leftBehind", run.leftBehind(), leftBehind(run.leftBehind(), replayed.leftBehind()));
        if (sameKit) {
            compare("results", run.results(), replayed.results().size());
            compare("counts", run.counts(), replayed.numberOfResults().toString());
        }
        int known = replayed.results(Outcome.KnownFailure.class).size();
        if (known > 0) {
            notes.add(known + " known failures follow from the transcript,"
                    + " but only kit check --baseline can verify that they are known");
        }
        var unused = transcript.unusedLines().stream()
                .map(line -> TerminalText.of(line) + ": this kit does not send this request in this run")
                .toList();
        (sameKit ? differences : notes).addAll(unused);
    }

    /** Returns the objects left behind. If the transcript lacks the cleanup of one, only the report knows the reason. */
    private static List<String> leftBehind(List<String> recorded, List<String> replayed) {
        var lines = new ArrayList<String>();
        for (int i = 0; i < replayed.size(); i++) {
            boolean unrecorded = replayed.get(i).equals(Transcript.NO_LINE) && i < recorded.size();
            lines.add(unrecorded ? recorded.get(i) : replayed.get(i));
        }
        return lines;
    }

    private void compare(String property, Object recorded, Object replayed) {
        if (!recorded.equals(replayed)) {
            differences.add(difference(property, recorded.toString(), replayed.toString()));
        }
    }

    private static String difference(String subject, String recorded, String replayed) {
        return TerminalText.of(subject + ": the report says " + recorded + ", the transcript shows " + replayed);
    }
}
