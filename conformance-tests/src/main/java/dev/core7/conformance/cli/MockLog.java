package dev.core7.conformance.cli;

import dev.core7.mock.MockServer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Prints the log lines of a mock on a thread of its own, so that no request waits for the console. */
final class MockLog {
    /** What to log. */
    enum Level {
        /** Nothing. */
        OFF,
        /** Contract violations. */
        VIOLATIONS,
        /** Violations, and a line for each request. */
        REQUESTS
    }

    /** Limits the memory for lines that the console does not take. */
    private static final int MAX_WAITING = 10_000;

    /** The time to collect lines that are then printed together. */
    private static final long TOGETHER_MILLIS = 20;

    private final PrintWriter out;
    private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong omitted = new AtomicLong();

    private MockLog(PrintWriter out) {
        this.out = out;
    }

    /** Logs the events of a mock until the process exits. */
    static MockLog start(MockServer mock, Level level, PrintWriter out) {
        var log = new MockLog(out);
        var thread = new Thread(log::print, "mock-log");
        thread.setDaemon(true);
        thread.start();
        if (level != Level.OFF) {
            mock.onViolation(log::add);
        }
        if (level == Level.REQUESTS) {
            mock.onRequest(log::add);
        }
        return log;
    }

    /** Adds a line; the printing thread converts it to text. */
    void add(Object line) {
        if (!waiting.offer(line)) {
            omitted.incrementAndGet();
        }
    }

    private void print() {
        var lines = new ArrayList<Object>();
        try {
            while (true) {
                lines.add(waiting.take());
                Thread.sleep(TOGETHER_MILLIS);
                waiting.drainTo(lines);
                lines.forEach(out::println);
                lines.clear();
                long count = omitted.getAndSet(0);
                if (count > 0) {
                    out.println("... " + count + " lines omitted: the console is too slow");
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
