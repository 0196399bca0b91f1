package dev.core7.conformance.diff;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Result;
import java.util.List;

/** A result as a report contains it. */
record RecordedResult(String id, String level, String outcome, String reason, List<Finding> findings) {
    private static final String ABSENT = "absent";
    private static final String REMOVED = "removed";

    /** Returns the result that stands for an id without a result. */
    static RecordedResult absent(String id) {
        return new RecordedResult(id, "", ABSENT, "", List.of());
    }

    /** Returns the result that stands for an id that the kit removed. */
    static RecordedResult removed(String id, String reason) {
        return new RecordedResult(id, "", REMOVED, reason, List.of());
    }

    /** Returns the recorded form of a result. */
    static RecordedResult of(Result result) {
        var outcome = result.outcome();
        return new RecordedResult(
                result.id(), result.level().name(), outcome.word(), outcome.reason(), outcome.brokenPlaces());
    }

    /** Reads a result of a report. */
    static RecordedResult of(JsonFields json) {
        return new RecordedResult(
                json.text("id"),
                json.text("level"),
                json.text("outcome"),
                json.text("reason"),
                json.objects("findings").stream().map(Finding::of).toList());
    }

    boolean isAbsent() {
        return outcome.equals(ABSENT) || isRemoved();
    }

    boolean isRemoved() {
        return outcome.equals(REMOVED);
    }

    /** Whether the result failed, whether or not the failure is known. */
    boolean failed() {
        return outcome.equals("failed") || isKnownFailure();
    }

    boolean isKnownFailure() {
        return outcome.equals("known-failure");
    }

    boolean passed() {
        return outcome.equals("passed");
    }

    boolean notProven() {
        return outcome.equals("not-proven");
    }

    /** Whether the result passed or failed. */
    boolean judged() {
        return failed() || passed();
    }

    /** Whether outcome, reason or expectations differ. Actual values do not count, because they can vary from run to run. */
    boolean differsFrom(RecordedResult other) {
        return !reason.equals(other.reason)
                || !outcome.equals(other.outcome)
                || !expectations().equals(other.expectations());
    }

    private List<String> expectations() {
        return findings.stream()
                .map(finding -> finding.where() + " " + finding.expected())
                .toList();
    }

    /** Returns the outcome and its reason or first finding, on one line. */
    String summary() {
        if (!reason.isEmpty()) {
            return outcome + ": " + reason;
        }
        if (findings.isEmpty()) {
            return outcome;
        }
        var first = findings.get(0);
        return outcome + " at " + first.where() + ": expected " + first.expected() + ", got " + first.actual();
    }
}
