package dev.core7.conformance.selftest;

import java.util.List;

/**
 * What became of one mutant.
 *
 * @param mutant the fault's id
 * @param by the checks that failed or could not prove their clause, by id, sorted
 */
public record MutantResult(String mutant, String kind, State state, List<String> by) {
    /** How a mutant fared. */
    public enum State {
        /** Found by the check of its own clause. */
        KILLED,
        /** Found, but only by other checks. */
        KILLED_OTHERWISE,
        /** Not found. */
        SURVIVED
    }

    /** {@code by} is copied. */
    public MutantResult {
        by = List.copyOf(by);
    }
}
