package dev.core7.conformance.report;

import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import java.util.List;
import java.util.stream.Collectors;

/** What the template shows, top to bottom. */
record ReportPage(
        Summary summary,
        Counts counts,
        List<UnprovenReason> unproven,
        List<Cause> failures,
        Matrix matrix,
        ScopeGrid scopes,
        List<OperationSection> chapters,
        List<FieldCoverage> shown,
        List<Timing> timings,
        SideEffects traces,
        List<UnprovenReason> exclusions,
        List<Known> known,
        List<String> stale) {
    /** A failure that the baseline knows; {@code findings} one per line. */
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
                UnprovenReason.of(report, Outcome.NotProven.class),
                Causes.of(report),
                Matrix.of(report),
                ScopeGrid.of(report),
                OperationSection.of(report),
                FieldCoverage.of(report),
                Timing.of(report),
                SideEffects.of(report),
                UnprovenReason.of(report, Outcome.Excluded.class),
                report.results(Outcome.KnownFailure.class).stream()
                        .map(Known::of)
                        .toList(),
                report.stale());
    }

    boolean anyResult() {
        return chapters.stream().anyMatch(OperationSection::judged);
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

    boolean anyShown() {
        return !shown.isEmpty();
    }

    boolean anyStale() {
        return !stale.isEmpty();
    }

    boolean anyKnown() {
        return !known.isEmpty();
    }

    boolean anyUnclear() {
        return chapters.stream().anyMatch(OperationSection::open);
    }

    /** How many causes the failures have, as the heading says it. */
    String causes() {
        return Formats.count(failures.size(), "cause");
    }
}
