package dev.core7.conformance.spi;

import java.util.HashSet;
import java.util.Set;

/**
 * The waits for eventual consistency that were in vain. Each operation is waited for once in full for each reason, so that a
 * server that is wrong everywhere does not make a run long.
 */
public final class ExhaustedWaits {
    /** The name of the wait for what an earlier request changed; flows use it for their retries too. */
    public static final String LATER = "later";

    private final Set<String> inVain = new HashSet<>();

    /** Whether a wait for that operation and that reason has been in vain before. */
    public boolean areOver(String operationId, String reason) {
        return inVain.contains(operationId + " " + reason);
    }

    /** Notes that a wait was in vain. */
    public void wasInVain(String operationId, String reason) {
        inVain.add(operationId + " " + reason);
    }

    public void goOnFrom(ExhaustedWaits earlier) {
        inVain.addAll(earlier.inVain);
    }
}
