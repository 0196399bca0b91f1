package dev.core7.conformance.selftest;

import java.util.List;

/**
 * The result of the suite for one mutant.
 *
 * @param mutant the id of the fault
 * @param kind the kind of the fault
 * @param by the ids of the checks that failed or could not prove their clause, sorted
 */
public record MutantResult(String mutant, String kind, State state, List<String> by) {
    /** Whether the suite found the fault. */
    public enum State {
        /** Found by a check of the clause that the fault breaks. */
        KILLED,
        /** Found only by other checks. */
        KILLED_OTHERWISE,
        /** Not found. */
        SURVIVED
    }

    /** Copies {@code by}. */
    public MutantResult {
        by = List.copyOf(by);
    }
}
