package dev.core7.conformance.report;

import dev.core7.conformance.result.Hint;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import java.util.List;
import java.util.stream.Collectors;

/** The data of the template {@code report.html}, in the order of its sections. */
record ReportPage(
        Summary summary,
        Counts counts,
        List<Cause> failures,
        List<UnprovenReason> unproven,
        Matrix matrix,
        ScopeGrid scopes,
        List<OperationSection> operations,
        List<CoverageSection> coverage,
        List<Hint> hints,
        List<Timing> timings,
        SideEffects sideEffects,
        List<UnprovenReason> exclusions,
        List<Known> known,
        List<String> stale) {
    /** A failure that the baseline lists; {@code findings} has one line for each finding. */
    record Known(String id, String reason, String findings) {
        static Known of(Result result) {
            return new Known(
                    result.id(),
                    result.outcome().reason(),
                    result.outcome().brokenPlaces().stream()
                            .map(Formats::finding)
                            .collect(Collectors.joining("\n")));
        }
    }

    static ReportPage of(Report report) {
        return new ReportPage(
                Summary.of(report),
                Counts.of(report.results()),
                Causes.of(report),
                UnprovenReason.of(report, Outcome.NotProven.class),
                Matrix.of(report),
                ScopeGrid.of(report),
                OperationSection.of(report),
                CoverageSection.of(report),
                report.hints(),
                Timing.of(report),
                SideEffects.of(report),
                UnprovenReason.of(report, Outcome.Excluded.class),
                report.results(Outcome.KnownFailure.class).stream()
                        .map(Known::of)
                        .toList(),
                report.baselineProblems());
    }

    boolean anyResult() {
        return operations.stream().anyMatch(OperationSection::judged);
    }

    boolean anyUnproven() {
        return !unproven.isEmpty();
    }

    boolean anyFailure() {
        return !failures.isEmpty();
    }

    boolean anyTiming() {
        return !timings.isEmpty();
    }

    boolean anyExclusion() {
        return !exclusions.isEmpty();
    }

    boolean anyCoverage() {
        return !coverage.isEmpty();
    }

    boolean anyHint() {
        return !hints.isEmpty();
    }

    boolean anyStale() {
        return !stale.isEmpty();
    }

    boolean anyKnown() {
        return !known.isEmpty();
    }

    boolean anyUnclear() {
        return operations.stream().anyMatch(OperationSection::open);
    }

    /** Returns the number of causes, for the heading. */
    String causes() {
        return Formats.count(failures.size(), "cause");
    }
}
