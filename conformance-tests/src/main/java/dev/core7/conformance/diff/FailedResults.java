package dev.core7.conformance.diff;

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
        var subjects = new LinkedHashSet<String>();
        ReportFile.read(report).results().values().stream()
                .filter(result -> result.failed() || result.notProven())
                .forEach(result -> subjects.add(Selection.subject(result.id())));
        if (subjects.isEmpty()) {
            throw new InputException(
                    report + ": nothing failed and everything was proven, so there is nothing to run again");
        }
        return subjects;
    }
}
