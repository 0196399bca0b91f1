package dev.core7.conformance.diff;

import dev.core7.conformance.selection.Selection;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a report leaves to be done. */
public final class FailedResults {
    private FailedResults() {}

    /**
     * The cases and behaviours that failed, as known or not, or were not proven.
     *
     * @param report a report.json, or the folder it stands in
     * @throws InputException where it is missing, is no report, or leaves nothing
     */
    public static Set<String> of(Path report) {
        var remaining = new LinkedHashSet<String>();
        ReportFile.read(report).judgements().values().stream()
                .filter(judgement -> judgement.broken() || judgement.notProven())
                .forEach(judgement -> remaining.add(Selection.subject(judgement.id())));
        if (remaining.isEmpty()) {
            throw new InputException(
                    report + ": nothing failed and nothing was left unproven: there is nothing to run again");
        }
        return remaining;
    }
}
