package dev.core7.conformance.result;

import java.util.List;
import java.util.Locale;

/** What a run says of its target. */
public enum Verdict {
    /** Every MUST holds. */
    CONFORMANT(0),
    /** A MUST is broken. */
    NOT_CONFORMANT(1),
    /** No MUST is broken, but one could not be judged, or nothing was. */
    INCOMPLETE(3);

    private final int exitCode;

    Verdict(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the command line. */
    public int exitCode() {
        return exitCode;
    }

    /** Kebab-case name as reports show it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Sums results up; a failure outranks what is not proven, and that outranks what passed.
     *
     * @param strict whether a SHOULD counts like a MUST
     */
    public static Verdict of(List<Result> results, boolean strict) {
        var counted = results.stream()
                .filter(r -> r.level().counts(strict))
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
