package dev.core7.conformance.run;

/** How long the server has been silent: the one thing that the lanes of a run, each on a thread of its own, share. */
final class TargetAvailability {
    /** After so many requests in a row without an answer a lane is left: what it asks for hangs. */
    static final int LANE_LIMIT = 5;

    /** After as many as two lanes are left for, whoever sent them, the server is gone, and nothing more is sent. */
    private static final int RUN_LIMIT = 2 * LANE_LIMIT;

    private boolean answered;
    private boolean ended;
    private int consecutiveUnanswered;

    /** A request is through; {@code silent} where it got no answer. */
    synchronized void after(boolean withoutResponse) {
        answered |= !withoutResponse;
        consecutiveUnanswered = withoutResponse ? consecutiveUnanswered + 1 : 0;
    }

    /** The run is over, whatever the server still answers. */
    synchronized void end() {
        ended = true;
    }

    /** Whether no request was answered yet. */
    synchronized boolean hasNoResponse() {
        return !answered;
    }

    /** Whether it is of no use to ask again. */
    synchronized boolean isOver() {
        return ended || consecutiveUnanswered >= RUN_LIMIT;
    }
}
