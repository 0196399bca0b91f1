package dev.core7.conformance.cli;

import dev.core7.mock.MockServer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Prints what a mock has to tell, one line each, in a thread of its own: no request waits for the console. */
final class MockLog {
    /** What is told. */
    enum Level {
        /** Nothing. */
        OFF,
        /** What broke the contract. */
        VIOLATIONS,
        /** That, and a line for each request. */
        REQUESTS
    }

    /** A console that stands still does not fill the memory. */
    private static final int MAX_WAITING = 10_000;

    /** Lines that come close to each other are printed at once. */
    private static final long TOGETHER_MILLIS = 20;

    private final PrintWriter out;
    private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicLong leftOut = new AtomicLong();

    private MockLog(PrintWriter out) {
        this.out = out;
    }

    /** Tells about a mock from now on, as long as the process lives. */
    static MockLog start(MockServer mock, Level level, PrintWriter out) {
        var log = new MockLog(out);
        var thread = new Thread(log::print, "mock-log");
        thread.setDaemon(true);
        thread.start();
        if (level != Level.OFF) {
            mock.onViolation(log::tell);
        }
        if (level == Level.REQUESTS) {
            mock.onRequest(log::tell);
        }
        return log;
    }

    /** Tells one more thing in its turn; it becomes text in the thread that prints. */
    void tell(Object line) {
        if (!waiting.offer(line)) {
            leftOut.incrementAndGet();
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
                long missing = leftOut.getAndSet(0);
                if (missing > 0) {
                    out.println("... " + missing + " lines are left out: they came faster than the console takes them");
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
