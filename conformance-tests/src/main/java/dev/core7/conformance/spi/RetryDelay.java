package dev.core7.conformance.spi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time passes: before a behaviour asks again, and before a request that was to come later. */
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

    /** Asks again at once: the server is known to be up to date after each request. */
    RetryDelay AT_ONCE = duration -> true;

    /** Does not ask again: what is asked does not change. */
    RetryDelay NEVER = duration -> false;

    /** Lets {@code duration} pass; whether it is any use to go on: where the wait was interrupted, it is not. */
    boolean before(Duration duration);
}
