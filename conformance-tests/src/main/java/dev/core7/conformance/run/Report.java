package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything a run has to tell.
 *
 * @param runId what all objects of the run carry in their text
 * @param exchanges every exchange in the order they were sent, those that tidied up too
 * @param leftBehind what was created and could not be tidied up: where it is and why
 * @param strict whether a SHOULD counts like a MUST
 */
public record Report(
        Contract contract,
        Target target,
        String runId,
        Instant started,
        Duration took,
        boolean strict,
        List<Result> results,
        List<Exchange> exchanges,
        List<String> leftBehind) {
    /** The collections are copied. */
    public Report {
        results = List.copyOf(results);
        exchanges = List.copyOf(exchanges);
        leftBehind = List.copyOf(leftBehind);
    }

    /** What the run says of its target. */
    public Verdict verdict() {
        return Verdict.of(results, strict);
    }

    /** The results of one level whose outcome is of one kind. */
    public List<Result> results(Level level, Class<? extends Outcome> kind) {
        return results.stream()
                .filter(r -> r.level() == level && kind.isInstance(r.outcome()))
                .toList();
    }

    /** The results of either level whose outcome is of one kind. */
    public List<Result> results(Class<? extends Outcome> kind) {
        return results.stream().filter(r -> kind.isInstance(r.outcome())).toList();
    }
}
