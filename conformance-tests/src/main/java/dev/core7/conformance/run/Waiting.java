package dev.core7.conformance.run;

import java.time.Duration;

/** How a behaviour waits for what becomes true a little later. */
@FunctionalInterface
public interface Waiting {
    /** Waits in real time. */
    Waiting REAL = duration -> {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    };

    /** Asks again at once: the server is known to be up to date after each request. */
    Waiting AT_ONCE = duration -> true;

    /** Does not ask again: what is asked does not change. */
    Waiting NEVER = duration -> false;

    /** Lets {@code duration} pass; whether it is any use to ask again. */
    boolean before(Duration duration);
}
