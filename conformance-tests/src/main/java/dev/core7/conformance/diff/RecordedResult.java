package dev.core7.conformance.diff;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Result;
import java.util.List;

/** What a report says of one clause of one case. */
record RecordedResult(String id, String level, String outcome, String reason, List<Finding> findings) {
    /** What a report says of a clause that it does not have. */
    static RecordedResult absent(String id) {
        return new RecordedResult(id, "", "absent", "", List.of());
    }

    /** What a run says of it. */
    static RecordedResult of(Result result) {
        var outcome = result.outcome();
        return new RecordedResult(
                result.id(), result.level().name(), outcome.word(), outcome.reason(), outcome.brokenPlaces());
    }

    /** What a report says of it. */
    static RecordedResult of(JsonFields json) {
        return new RecordedResult(
                json.text("id"),
                json.text("level"),
                json.text("outcome"),
                json.text("reason"),
                json.objects("findings").stream().map(Finding::of).toList());
    }

    boolean isAbsent() {
        return outcome.equals("absent");
    }

    boolean broken() {
        return outcome.equals("failed") || outcome.equals("known-failure");
    }

    boolean passed() {
        return outcome.equals("passed");
    }

    boolean notProven() {
        return outcome.equals("not-proven");
    }

    /** Whether the clause was judged at all. */
    boolean judged() {
        return broken() || passed();
    }

    /** Whether it came out alike for another reason; what came may differ from run to run, so that it is none. */
    boolean differsFrom(RecordedResult other) {
        return !reason.equals(other.reason)
                || !outcome.equals(other.outcome)
                || !promises().equals(other.promises());
    }

    private List<String> promises() {
        return findings.stream().map(f -> f.where() + " " + f.expected()).toList();
    }

    /** The outcome and why, on one line. */
    String why() {
        if (!reason.isEmpty()) {
            return outcome + ": " + reason;
        }
        if (findings.isEmpty()) {
            return outcome;
        }
        var first = findings.get(0);
        return outcome + " at " + first.where() + ": expected " + first.expected() + ", actual " + first.actual();
    }
}
