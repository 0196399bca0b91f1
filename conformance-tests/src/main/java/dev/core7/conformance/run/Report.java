package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Hint;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report of a run.
 *
 * @param selection what the run included
 * @param runId the id in the marks of all objects of the run
 * @param attempts every request in the order of sending, including cleanup and requests without a response
 * @param leftBehind the objects that could not be removed, each as its path and the reason
 * @param baselineProblems problems of the baseline: entries that pass, have expired, or match no result
 * @param warnings limitations of all results, such as a certificate that was not verified
 * @param strict whether a SHOULD counts like a MUST
 */
public record Report(
        Contract contract,
        Target target,
        Selection selection,
        String runId,
        Instant started,
        Duration took,
        boolean strict,
        List<Result> results,
        List<? extends Attempt> attempts,
        List<String> leftBehind,
        List<String> baselineProblems,
        List<String> warnings) {
    /** Copies the collections. */
    public Report {
        warnings = List.copyOf(warnings);
        results = List.copyOf(results);
        attempts = List.copyOf(attempts);
        leftBehind = List.copyOf(leftBehind);
        baselineProblems = List.copyOf(baselineProblems);
    }

    /** The same report with these warnings. */
    public Report withWarnings(List<String> all) {
        return new Report(
                contract,
                target,
                selection,
                runId,
                started,
                took,
                strict,
                results,
                attempts,
                leftBehind,
                baselineProblems,
                all);
    }

    /** Every request that got a response. */
    public List<Exchange> exchanges() {
        return attempts.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }

    /** The verdict on the target. */
    public Verdict verdict() {
        return Verdict.of(results, strict);
    }

    /** The exit code of the command line: that of the verdict, but 1 if the baseline has stale entries. */
    public int exitCode() {
        return baselineProblems.isEmpty() ? verdict().exitCode() : Verdict.NOT_CONFORMANT.exitCode();
    }

    /** The same report with the results and problems after a baseline was applied. */
    public Report withResults(List<Result> judged, List<String> problems) {
        return withResults(judged, leftBehind, problems);
    }

    Report withResults(List<Result> judged, List<String> left, List<String> problems) {
        return new Report(
                contract, target, selection, runId, started, took, strict, judged, attempts, left, problems, warnings);
    }

    /** What people should look at in the responses; it does not affect the verdict. */
    public List<Hint> hints() {
        return Hint.of(exchanges());
    }

    /** The number of results by level and outcome; the keys are the names in reports. */
    public Map<String, Map<String, Integer>> numberOfResults() {
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        for (Level level : Level.values()) {
            var ofLevel = new TreeMap<String, Integer>();
            results.stream()
                    .filter(r -> r.level() == level)
                    .forEach(r -> ofLevel.merge(r.outcome().word(), 1, Integer::sum));
            counts.put(level.name(), ofLevel);
        }
        return counts;
    }

    /** The results of one level whose outcome is of one kind. */
    public List<Result> results(Level level, Class<? extends Outcome> kind) {
        return results.stream()
                .filter(r -> r.level() == level && kind.isInstance(r.outcome()))
                .toList();
    }

    /** Whether a result of that level counts for the verdict of this run. */
    public boolean affectsVerdict(Level level) {
        return level.affectsVerdict(strict);
    }

    /** The results that count for the verdict and whose outcome is of one kind. */
    public List<Result> counted(Class<? extends Outcome> kind) {
        return results.stream()
                .filter(r -> affectsVerdict(r.level()) && kind.isInstance(r.outcome()))
                .toList();
    }

    /** The results of either level whose outcome is of one kind. */
    public List<Result> results(Class<? extends Outcome> kind) {
        return results.stream().filter(r -> kind.isInstance(r.outcome())).toList();
    }
}
