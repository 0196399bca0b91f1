package dev.core7.conformance.run;

import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time limit of a run. The run ends when the limit is reached, or earlier if it is ended explicitly; waits and requests in
 * progress are then given up. Cleanup has a separate limit. Thread-safe.
 */
public final class TimeBudget implements RetryDelay {
    /** Long enough for the objects of a run, even with a rate limit. */
    private static final Duration CLEANUP_LIMIT = Duration.ofMinutes(5);
    /** Short, because the user has pressed Ctrl-C and waits. */
    private static final Duration CLEANUP_LIMIT_IF_INTERRUPTED = Duration.ofSeconds(2);

    private final Set<Runnable> actions = ConcurrentHashMap.newKeySet();
    private long end;
    private final long endOfRequests;
    private final String reasonOfRequests;
    private boolean stopped;
    private String timeoutReason;
    private @Nullable String reason;
    private Duration cleanupLimit = CLEANUP_LIMIT;

    private TimeBudget(Duration limit, String timeoutReason) {
        this.end = System.nanoTime() + limit.toNanos();
        this.timeoutReason = timeoutReason;
        this.endOfRequests = end;
        this.reasonOfRequests = timeoutReason;
    }

    /** A budget that starts now; {@code timeoutReason} says what happened and what to do when the limit is reached. */
    public static TimeBudget of(Duration limit, String timeoutReason) {
        return new TimeBudget(limit, timeoutReason);
    }

    /** A budget that only {@link #end} ends. */
    public static TimeBudget unlimited() {
        return of(Duration.ofDays(365), "the run took a year");
    }

    /** Returns why no more requests are sent; empty while the run continues. */
    public synchronized Optional<String> stopReason() {
        if (reason == null && end - System.nanoTime() <= 0) {
            reason = timeoutReason;
        }
        return Optional.ofNullable(reason);
    }

    /** The remaining time; zero if the run has ended. */
    public synchronized Duration remaining() {
        return stopReason().isPresent() ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime());
    }

    /** Ends the run now, unless it has ended already; {@code why} becomes the reason of results that are not proven. */
    public void end(String why) {
        synchronized (this) {
            if (stopReason().isEmpty()) {
                reason = why;
            }
            notifyAll();
        }
        actions.forEach(Runnable::run);
    }

    /** Ends the run like {@link #end}, but limits cleanup to two seconds, because the user waits. */
    public void interrupt(String why) {
        synchronized (this) {
            cleanupLimit = CLEANUP_LIMIT_IF_INTERRUPTED;
        }
        end(why);
    }

    private synchronized void startCleanup() {
        stopped = stopped || stopReason().isPresent();
        boolean interrupted = cleanupLimit.equals(CLEANUP_LIMIT_IF_INTERRUPTED);
        end = System.nanoTime() + cleanupLimit.toNanos();
        timeoutReason = "not removed within " + cleanupLimit.toSeconds() + " s"
                + (interrupted ? " after the interruption" : "");
        reason = null;
    }

    /** Continues after a cleanup with another round, within the same limit. Returns whether there is time left for it. */
    public synchronized boolean startsAnotherRound() {
        boolean over = stopped || stopReason().isPresent() || endOfRequests - System.nanoTime() <= 0;
        end = endOfRequests;
        timeoutReason = reasonOfRequests;
        return !over;
    }

    /** Waits for {@code duration}; returns whether the run continues. */
    @Override
    public synchronized boolean before(Duration duration) {
        long until = System.nanoTime() + duration.toNanos();
        try {
            for (long rest = duration.toNanos(); rest > 0 && stopReason().isEmpty(); rest = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(rest, remaining().toNanos()));
            }
            return stopReason().isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Registers an action that is called if the run is ended before the returned registration is closed. */
    public Registration whenEnded(Runnable action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    /** A registered action. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        /** Removes the action. */
        @Override
        void close();
    }

    /** A progress that ends the run according to this budget, and passes its steps to {@code delegate}. */
    public Progress progress(Progress delegate) {
        return new Progress() {
            @Override
            public void step(int done, int total, String next) {
                delegate.step(done, total, next);
            }

            @Override
            public Optional<String> stopReason() {
                return TimeBudget.this.stopReason();
            }

            @Override
            public void cleanupStarts() {
                startCleanup();
            }
        };
    }
}
