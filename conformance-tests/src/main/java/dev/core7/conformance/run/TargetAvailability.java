package dev.core7.conformance.run;

/**
 * Counts requests without a response to detect that the server is unavailable. Shared by the lanes of a run, which use several
 * threads.
 */
final class TargetAvailability {
    /** A lane stops after this number of consecutive requests without a response. */
    static final int LANE_LIMIT = 5;

    /**
     * The run stops after this number of consecutive requests of any lane without a response. Twice the limit of a lane, so that
     * the requests of one lane alone do not stop the others.
     */
    private static final int RUN_LIMIT = 2 * LANE_LIMIT;

    private boolean anyAnswered;
    private boolean stopped;
    private int consecutiveUnanswered;

    /** Records a request, and whether it got a response. */
    synchronized void record(boolean answered) {
        anyAnswered |= answered;
        consecutiveUnanswered = answered ? 0 : consecutiveUnanswered + 1;
    }

    /** Stops the run, even if the server still responds. */
    synchronized void stopRun() {
        stopped = true;
    }

    /** Whether no request has got a response yet. */
    synchronized boolean hasNoResponse() {
        return !anyAnswered;
    }

    /** Whether no more requests should be sent. */
    synchronized boolean isRunStopped() {
        return stopped || consecutiveUnanswered >= RUN_LIMIT;
    }
}
