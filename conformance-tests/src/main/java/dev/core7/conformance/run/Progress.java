package dev.core7.conformance.run;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, total, next) -> {};

    /** {@code done} of {@code total} cases and behaviours are through; {@code next}, an id, comes now. */
    void step(int done, int total, String next);

    /** Whether the run is to go on, asked before each step; else the rest is not proven, and what was made is tidied up. */
    default boolean goesOn() {
        return true;
    }
}
