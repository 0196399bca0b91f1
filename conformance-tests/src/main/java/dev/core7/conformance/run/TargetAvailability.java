package dev.core7.conformance.run;

/**
 * Counts requests without a response to detect that the server is unavailable. Shared by the lanes of a run, which use several
 * threads.
 */
final class TargetAvailability {
    /** A lane ends after this number of consecutive requests without a response. */
    static final int LANE_LIMIT = 5;

    /** The run ends after this number of consecutive requests of any lane without a response. */
    private static final int RUN_LIMIT = 2 * LANE_LIMIT;

    private boolean answered;
    private boolean ended;
    private int consecutiveUnanswered;

    /** Records that a request is completed, with or without a response. */
    synchronized void after(boolean withoutResponse) {
        answered |= !withoutResponse;
        consecutiveUnanswered = withoutResponse ? consecutiveUnanswered + 1 : 0;
    }

    /** Ends the run, even if the server still responds. */
    synchronized void end() {
        ended = true;
    }

    /** Whether no request has got a response yet. */
    synchronized boolean hasNoResponse() {
        return !answered;
    }

    /** Whether no more requests should be sent. */
    synchronized boolean isOver() {
        return ended || consecutiveUnanswered >= RUN_LIMIT;
    }
}
