package dev.core7.conformance.cli;

import dev.core7.conformance.run.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Shows progress: on a terminal as a line that is overwritten, otherwise as a new line every minute, and in CI after each quarter too. */
final class ProgressLine implements Progress {
    private static final String CLEAR = "\r\u001b[K";
    private static final int WIDTH = 20;
    private static final int QUARTERS = 4;
    private static final double NANOS = 1e9;

    private final Console console;
    private final Console.Watcher watcher;
    private final LongSupplier clock;
    private final long started;
    private int lastQuarter;
    private long lastMinute;

    ProgressLine(Console console) {
        this(console, console.watcher(), System::nanoTime);
    }

    /** @param clock in nanoseconds */
    ProgressLine(Console console, Console.Watcher watcher, LongSupplier clock) {
        this.console = console;
        this.watcher = watcher;
        this.clock = clock;
        this.started = clock.getAsLong();
    }

    @Override
    public void step(int done, int total, String next) {
        switch (watcher) {
            case PERSON ->
                write(CLEAR + bar(done, total) + " " + done + "/" + total + remaining(done, total) + "  " + next);
            case CI -> line(done, total, QUARTERS * done / total);
            default -> line(done, total, 0);
        }
    }

    private void line(int done, int total, int quarter) {
        long minute = Duration.ofNanos(clock.getAsLong() - started).toMinutes();
        if (quarter > lastQuarter || minute > lastMinute) {
            lastQuarter = quarter;
            lastMinute = minute;
            console.notice(done + " of " + total);
        }
    }

    private static String bar(int done, int total) {
        int filled = WIDTH * done / total;
        return "[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "]";
    }

    /** Estimates the remaining time from the time of the steps so far. */
    private String remaining(int done, int total) {
        double passed = (clock.getAsLong() - started) / NANOS;
        return done == 0 ? "" : ", " + Math.round(passed / done * (total - done)) + " s left";
    }

    /** Clears the line on a terminal. */
    void end() {
        if (watcher == Console.Watcher.PERSON) {
            write(CLEAR);
        }
    }

    private void write(String text) {
        console.err().print(text);
        console.err().flush();
    }
}
