package dev.core7.conformance.relations;

import dev.core7.conformance.result.Outcome;

/** A relation cannot continue; its statements without an outcome get this one. */
final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    private StoppedException(Outcome outcome) {
        super(outcome.reason(), null, false, false);
        this.outcome = outcome;
    }

    /** The target lacks something that the user can supply. */
    static StoppedException notProven(String reason) {
        return new StoppedException(new Outcome.NotProven(reason));
    }

    /** The statements do not apply to this target. */
    static StoppedException notApplicable(String reason) {
        return new StoppedException(new Outcome.NotApplicable(reason));
    }

    Outcome outcome() {
        return outcome;
    }
}
