package dev.core7.mock.state;

/** Supplies numeric ids, counting up. */
final class Numbers {
    private static final int FIRST = 101;

    private int last = FIRST - 1;

    /** Starts again. */
    void reset() {
        last = FIRST - 1;
    }

    /** Returns the next number. */
    int next() {
        return ++last;
    }

    /** Continues after a number that is used already. */
    void skip(int used) {
        last = Math.max(last, used);
    }
}
