package dev.core7.conformance.result;

import java.util.List;
import java.util.Locale;

/** The overall result of a run. */
public enum Verdict {
    /** Every MUST passed. */
    CONFORMANT(0),
    /** A MUST failed. */
    NOT_CONFORMANT(1),
    /** No MUST failed, but at least one was not proven, or nothing was judged. */
    INCOMPLETE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the command line. */
    public int exitCode() {
        return exitCode;
    }

    /** The name in kebab-case, as reports show it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The verdict of these results. A failure outranks a result that is not proven, which outranks a passed one.
     *
     * @param strict whether a SHOULD counts like a MUST
     */
    public static Verdict of(List<Result> results, boolean strict) {
        var counted = results.stream()
                .filter(r -> r.level().affectsVerdict(strict))
                .map(Result::outcome)
                .toList();
        if (counted.stream().anyMatch(Outcome.Failed.class::isInstance)) {
            return NOT_CONFORMANT;
        }
        boolean unproven = counted.stream().anyMatch(Outcome.NotProven.class::isInstance);
        boolean judged = counted.stream().anyMatch(Outcome.Passed.class::isInstance);
        return unproven || !judged ? INCOMPLETE : CONFORMANT;
    }
}
