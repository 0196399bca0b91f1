package dev.core7.conformance.spi;

import java.util.HashSet;
import java.util.Set;

/**
 * The waits for eventual consistency that ended without success. The full time is waited only once for each operation and
 * reason, so that a faulty server does not make the run long.
 */
public final class ExhaustedWaits {
    /** The name of the wait for the effect of an earlier request; flows use it for their retries too. */
    public static final String LATER = "later";

    private final Set<String> exhausted = new HashSet<>();

    /** Whether an earlier wait for that operation and reason ended without success. */
    public boolean areOver(String operationId, String reason) {
        return exhausted.contains(operationId + " " + reason);
    }

    /** Records that a wait ended without success. */
    public void wasInVain(String operationId, String reason) {
        exhausted.add(operationId + " " + reason);
    }

    public void addAll(ExhaustedWaits others) {
        exhausted.addAll(others.exhausted);
    }
}
