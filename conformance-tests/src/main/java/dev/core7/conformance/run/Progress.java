package dev.core7.conformance.run;

import java.util.Optional;

/** Receives the progress of a run. */
@FunctionalInterface
public interface Progress {
    /** Ignores the progress. */
    Progress SILENT = (done, total, next) -> {};

    /** {@code done} of {@code total} cases and behaviours are completed; {@code next} is the id of the one that starts now. */
    void step(int done, int total, String next);

    /**
     * Returns why the run must stop; empty to continue. Called before each step. Cases that are not run get this reason.
     */
    default Optional<String> stopReason() {
        return Optional.empty();
    }

    /** The cleanup starts, because all cases and behaviours are completed or the run was ended. */
    default void cleanupStarts() {}
}
