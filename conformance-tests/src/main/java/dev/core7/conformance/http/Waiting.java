package dev.core7.conformance.http;

import dev.core7.conformance.run.Transport.NoAnswerException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass; a test lets none pass. */
@FunctionalInterface
interface Waiting {
    /** Real time. */
    Waiting REAL = duration -> TimeUnit.NANOSECONDS.sleep(duration.toNanos());

    /** Lets {@code duration} pass. */
    void pause(Duration duration) throws InterruptedException;

    /** Lets {@code duration} pass; where that is interrupted, no request is sent. */
    default void before(Duration duration) throws NoAnswerException {
        try {
            pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("interrupted while waiting for the rate limit", false);
        }
    }
}
