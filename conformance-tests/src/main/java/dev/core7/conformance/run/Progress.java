package dev.core7.conformance.run;

import java.util.Optional;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress SILENT = (done, total, next) -> {};

    /** {@code done} of {@code total} cases and behaviours are through; {@code next}, an id, comes now. */
    void step(int done, int total, String next);

    /** Why the run is to end, asked before each step: the rest is not proven for that reason. Empty: it goes on. */
    default Optional<String> ended() {
        return Optional.empty();
    }

    /** All that was to be sent is through, or the run was ended: what it created is tidied up now. */
    default void cleanupStarts() {}
}
