package dev.core7.conformance.run;

/** How long the server has been silent: the one thing that the lanes of a run, each on a thread of its own, share. */
final class TargetAvailability {
    /** After so many requests in a row without an answer a lane is left: what it asks for hangs. */
    static final int OF_A_LANE = 5;

    /** After as many as two lanes are left for, whoever sent them, the server is gone, and nothing more is sent. */
    private static final int OF_ALL = 2 * OF_A_LANE;

    private boolean heard;
    private boolean over;
    private int unanswered;

    /** A request is through; {@code silent} where it got no answer. */
    synchronized void after(boolean silent) {
        heard |= !silent;
        unanswered = silent ? unanswered + 1 : 0;
    }

    /** The run is over, whatever the server still answers. */
    synchronized void end() {
        over = true;
    }

    /** Whether no request was answered yet. */
    synchronized boolean isUnbroken() {
        return !heard;
    }

    /** Whether it is of no use to ask again. */
    synchronized boolean isFinal() {
        return over || unanswered >= OF_ALL;
    }
}
