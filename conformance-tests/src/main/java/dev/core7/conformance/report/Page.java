package dev.core7.conformance.report;

import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Result;
import java.util.List;
import java.util.stream.Collectors;

/** What the template shows, top to bottom. */
record Page(
        Summary summary,
        Counts counts,
        List<Reason> unproven,
        List<Cause> failures,
        Matrix matrix,
        ScopeGrid scopes,
        List<Chapter> chapters,
        List<Shown> shown,
        List<Timing> timings,
        Traces traces,
        List<Reason> exclusions,
        List<Known> known,
        List<String> stale) {
    /** A failure that the baseline knows; {@code findings} one per line. */
    record Known(String id, String reason, String findings) {
        static Known of(Result result) {
            return new Known(
                    result.id(),
                    result.outcome().reason(),
                    result.outcome().brokenPlaces().stream()
                            .map(Phrase::finding)
                            .collect(Collectors.joining("\n")));
        }
    }

    static Page of(Report report) {
        return new Page(
                Summary.of(report),
                Counts.of(report.results()),
                Reason.of(report, Outcome.NotProven.class),
                Causes.of(report),
                Matrix.of(report),
                ScopeGrid.of(report),
                Chapter.of(report),
                Shown.of(report),
                Timing.of(report),
                Traces.of(report),
                Reason.of(report, Outcome.Excluded.class),
                report.results(Outcome.KnownFailure.class).stream()
                        .map(Known::of)
                        .toList(),
                report.stale());
    }

    boolean anyResult() {
        return chapters.stream().anyMatch(Chapter::judged);
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
        return chapters.stream().anyMatch(Chapter::open);
    }

    /** How many causes the failures have, as the heading says it. */
    String causes() {
        return Phrase.count(failures.size(), "cause");
    }
}
