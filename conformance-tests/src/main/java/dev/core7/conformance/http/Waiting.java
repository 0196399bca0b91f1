package dev.core7.conformance.http;

import dev.core7.conformance.run.Transport.NoAnswerException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Time, as a test wants to steer it. */
interface Waiting {
    /** Real time. */
    Waiting REAL = new Waiting() {
        @Override
        public void pause(Duration duration) throws NoAnswerException {
            try {
                TimeUnit.NANOSECONDS.sleep(duration.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NoAnswerException("interrupted while waiting for the rate limit", false);
            }
        }

        @Override
        public long now() {
            return System.nanoTime();
        }
    };

    /** Lets {@code duration} pass. */
    void pause(Duration duration) throws NoAnswerException;

    /** The time in nanoseconds since some moment. */
    long now();
}
