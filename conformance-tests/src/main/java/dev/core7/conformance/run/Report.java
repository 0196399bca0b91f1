package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.FieldEvidence;
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
 * Everything a run has to tell.
 *
 * @param selection what the user left out
 * @param runId what all objects of the run carry in their text
 * @param attempts every request in the order they were sent, those that tidied up and those without a response too
 * @param leftBehind what was created and could not be tidied up: where it is and why
 * @param stale what is wrong with the baseline: entries that pass, are expired or name nothing
 * @param warnings what weakens all results, such as a certificate that was not checked
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
        List<String> stale,
        List<String> warnings) {
    /** The collections are copied. */
    public Report {
        warnings = List.copyOf(warnings);
        results = List.copyOf(results);
        attempts = List.copyOf(attempts);
        leftBehind = List.copyOf(leftBehind);
        stale = List.copyOf(stale);
    }

    /** A report without warnings. */
    public Report(
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
            List<String> stale) {
        this(
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
                stale,
                List.of());
    }

    /** The same report with these warnings. */
    public Report warning(List<String> all) {
        return new Report(
                contract, target, selection, runId, started, took, strict, results, attempts, leftBehind, stale, all);
    }

    /** Every request that got a response. */
    public List<Exchange> exchanges() {
        return attempts.stream()
                .filter(Exchange.class::isInstance)
                .map(Exchange.class::cast)
                .toList();
    }

    /** What the run says of its target. */
    public Verdict verdict() {
        return Verdict.of(results, strict);
    }

    /** The exit code of the command line: the verdict's, but 1 where the baseline is stale. */
    public int exitCode() {
        return stale.isEmpty() ? verdict().exitCode() : Verdict.NOT_CONFORMANT.exitCode();
    }

    /** The same report, with what a baseline makes of the results. */
    public Report with(List<Result> judged, List<String> staleEntries) {
        return with(judged, leftBehind, staleEntries);
    }

    Report with(List<Result> judged, List<String> left, List<String> staleEntries) {
        return new Report(
                contract,
                target,
                selection,
                runId,
                started,
                took,
                strict,
                judged,
                attempts,
                left,
                staleEntries,
                warnings);
    }

    /** What was seen of every field that the contract describes. */
    public List<FieldEvidence> evidence() {
        return FieldEvidence.of(contract.operations(), exchanges());
    }

    /** Level → outcome, as reports name it → how many results came out so. */
    public Map<String, Map<String, Integer>> counts() {
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
    public boolean counts(Level level) {
        return level.counts(strict);
    }

    /** The results that count for the verdict and whose outcome is of one kind. */
    public List<Result> counted(Class<? extends Outcome> kind) {
        return results.stream()
                .filter(r -> counts(r.level()) && kind.isInstance(r.outcome()))
                .toList();
    }

    /** The results of either level whose outcome is of one kind. */
    public List<Result> results(Class<? extends Outcome> kind) {
        return results.stream().filter(r -> kind.isInstance(r.outcome())).toList();
    }
}
