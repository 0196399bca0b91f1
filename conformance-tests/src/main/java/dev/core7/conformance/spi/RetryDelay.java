package dev.core7.conformance.spi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits before a request is repeated or sent later. */
@FunctionalInterface
public interface RetryDelay {
    /** Waits in real time. */
    RetryDelay REAL = duration -> {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    };

    /** Repeats without waiting: the server applies every request immediately. */
    RetryDelay AT_ONCE = duration -> true;

    /** Does not repeat: the response would not change. */
    RetryDelay NEVER = duration -> false;

    /** Waits for {@code duration}; returns whether to repeat the request, which is false if the wait was interrupted. */
    boolean before(Duration duration);
}
