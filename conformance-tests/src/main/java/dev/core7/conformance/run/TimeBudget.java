package dev.core7.conformance.run;

import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long a run may send requests: until its time is over, or until something ends it early. Waits and requests in progress
 * end with it. Tidying up has a time of its own. Used by several threads at once.
 */
public final class TimeBudget implements RetryDelay {
    /** Enough for the objects of a run, even if the pace is limited. */
    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(5);
    /** Somebody has pressed Ctrl-C and waits. */
    private static final Duration CLEANUP_LIMIT_IF_INTERRUPTED = Duration.ofSeconds(2);

    private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
    private long end;
    private String timeoutReason;
    private @Nullable String reason;
    private Duration cleanupLimit = CLEANUP_LIMIT;

    private TimeBudget(Duration limit, String timeoutReason) {
        this.end = System.nanoTime() + limit.toNanos();
        this.timeoutReason = timeoutReason;
    }

    /** A budget that starts now; {@code whenOver} says what happened and what to do when the time is over. */
    public static TimeBudget of(Duration limit, String timeoutReason) {
        return new TimeBudget(limit, timeoutReason);
    }

    /** A budget that only {@link #end} ends. */
    public static TimeBudget unlimited() {
        return of(Duration.ofDays(365), "the run took a year");
    }

    /** Why nothing more is sent; empty while the run goes on. */
    public synchronized Optional<String> over() {
        if (reason == null && end - System.nanoTime() <= 0) {
            reason = timeoutReason;
        }
        return Optional.ofNullable(reason);
    }

    /** How much time is left; zero if it is over. */
    public synchronized Duration left() {
        return over().isPresent() ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
    }

    /** Ends the run now, unless it is over already; {@code why} is what results that are not proven say. */
    public void end(String why) {
        synchronized (this) {
            if (over().isEmpty()) {
                reason = why;
            }
            notifyAll();
        }
        actions.forEach(Runnable::run);
    }

    /** Ends the run as {@link #end} does, for somebody who waits for it: tidying up has two seconds. */
    public void interrupt(String why) {
        synchronized (this) {
            cleanupLimit = CLEANUP_LIMIT_IF_INTERRUPTED;
        }
        end(why);
    }

    private synchronized void startCleanup() {
        boolean interrupted = cleanupLimit.equals(CLEANUP_LIMIT_IF_INTERRUPTED);
        end = System.nanoTime() + cleanupLimit.toNanos();
        timeoutReason = "not tidied up within " + cleanupLimit.toSeconds() + " s" + (interrupted ? " after the interruption" : "");
        reason = null;
    }

    /** Lets {@code duration} pass; whether the run goes on then. */
    @Override
    public synchronized boolean before(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        try {
            for (long rest = duration.toNanos(); rest > 0 && over().isEmpty(); rest = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(rest, left().toNanos()));
            }
            return over().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Has {@code action} run if the run is ended before the answer is closed. */
    public Registration whenEnded(Runnable action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    /** An action that waits for the end of a run. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        /** Does not run the action any more. */
        @Override
        void close();
    }

    /** A progress that ends a run with this budget, and tells {@code told} its steps. */
    public Progress progress(Progress delegate) {
        return new Progress() {
            @Override
            public void step(int done, int total, String next) {
                delegate.step(done, total, next);
            }

            @Override
            public Optional<String> ended() {
                return over();
            }

            @Override
            public void cleanupStarts() {
                startCleanup();
            }
        };
    }
}
