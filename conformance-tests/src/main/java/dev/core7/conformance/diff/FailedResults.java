package dev.core7.conformance.diff;

import dev.core7.conformance.result.RemovedIds;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The cases and flows to run again after a run. */
public final class FailedResults {
    private FailedResults() {}

    /**
     * Returns the cases and flows with a result that failed, known failures included, or was not proven.
     *
     * @param report a report.json, or its folder
     * @throws InputException if the file is missing or is not a report, or if there is no such result
     */
    public static Set<String> of(Path report) {
        return of(report, RemovedIds.bundled());
    }

    /** Replaces ids that this kit no longer has by their successors, and omits those without. */
    static Set<String> of(Path report, RemovedIds removed) {
        var subjects = new LinkedHashSet<String>();
        ReportFile.read(report).results().values().stream()
                .filter(result -> result.failed() || result.notProven())
                .map(RecordedResult::id)
                .filter(id -> !removed.hasNoSuccessor(id))
                .map(id -> removed.contains(id) ? removed.successor(id).orElse(id) : id)
                .forEach(id -> subjects.add(Selection.subject(id)));
        if (subjects.isEmpty()) {
            throw new InputException(
                    report + ": nothing failed and everything was proven, so there is nothing to run again");
        }
        return subjects;
    }
}
