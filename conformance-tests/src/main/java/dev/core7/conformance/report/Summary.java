package dev.core7.conformance.report;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.run.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of the report: the verdict, its reasons, and facts about the run.
 *
 * @param style the CSS class of the verdict
 */
record Summary(String verdict, String style, String why, String target, List<Fact> facts) {
    private static final int DIGEST_SHOWN = 12;

    /** One fact about the run. */
    record Fact(String name, String value) {}

    static Summary of(Report report) {
        String word = report.verdict().word();
        return new Summary(
                Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' '),
                word,
                String.join(" ", why(report)),
                report.target().url(),
                facts(report));
    }

    private static List<Fact> facts(Report report) {
        var contract = report.contract();
        String digest = contract.digest();
        var build = Certificate.ofThisBuild();
        return List.of(
                new Fact("Target", report.target().url()),
                new Fact("Contract", contract.title() + " " + contract.version()),
                new Fact("Contract SHA-256", digest.substring(0, Math.min(DIGEST_SHOWN, digest.length())) + "…"),
                new Fact("Run", report.runId()),
                new Fact("Started", Formats.date(report.started())),
                new Fact("Duration", Formats.duration(report.took())),
                new Fact("Requests sent", Formats.number(report.attempts().size())),
                new Fact(
                        "Self-test of the suite",
                        Formats.number(build.killed()) + " of " + Formats.number(build.mutants())
                                + " deliberate faults found"));
    }

    private static List<String> why(Report report) {
        var why = new ArrayList<String>();
        why.add(main(report));
        why.addAll(report.warnings());
        int warnings = report.results(Level.SHOULD, Outcome.Failed.class).size();
        if (warnings > 0 && !report.affectsVerdict(Level.SHOULD)) {
            why.add(Formats.count(warnings, "SHOULD clause") + " failed, which is a warning.");
        }
        int known = report.results(Outcome.KnownFailure.class).size();
        if (known > 0) {
            why.add(Formats.count(known, "known failure") + " did not count.");
        }
        if (!report.baselineProblems().isEmpty()) {
            why.add("The baseline has stale entries, which fail the run. They are listed below.");
        }
        int excluded = report.results(Outcome.Excluded.class).size();
        if (excluded > 0) {
            why.add("Excluded from this run: " + Formats.count(excluded, "clause") + ".");
        }
        return why;
    }

    private static String main(Report report) {
        String levels = report.strict() ? "MUST or SHOULD clause" : "MUST clause";
        if (report.verdict() == Verdict.NOT_CONFORMANT) {
            return Formats.count(report.counted(Outcome.Failed.class).size(), levels) + " failed.";
        }
        int passed = report.counted(Outcome.Passed.class).size();
        if (report.verdict() == Verdict.CONFORMANT) {
            return passed == 1
                    ? "The one " + levels + " that was judged holds."
                    : "All " + Formats.count(passed, levels) + " that were judged hold.";
        }
        int open = report.counted(Outcome.NotProven.class).size();
        if (passed == 0) {
            return "No " + levels + " was judged.";
        }
        return "No " + levels + " failed, but " + Formats.number(open) + (open == 1 ? " is" : " are") + " not proven.";
    }
}
