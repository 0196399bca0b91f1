package dev.core7.conformance.http;

import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Transport;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Sends no more than so many requests a minute, evenly spaced. */
public final class PacedTransport implements Transport {
    private final Transport inner;
    private final Duration distance;
    private final Waiting waiting;
    private final LongSupplier clock;
    private long next = Long.MIN_VALUE;

    /** Lets {@code perMinute} requests through to {@code inner} in a minute; at least 1. */
    public PacedTransport(Transport inner, int perMinute) {
        this(inner, perMinute, Waiting.REAL, System::nanoTime);
    }

    PacedTransport(Transport inner, int perMinute, Waiting waiting, LongSupplier clock) {
        this.inner = inner;
        this.distance = Duration.ofMinutes(1).dividedBy(perMinute);
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        long now = clock.getAsLong();
        if (next > now) {
            waiting.before(Duration.ofNanos(next - now));
        }
        next = Math.max(next, now) + distance.toNanos();
        return inner.send(request);
    }
}
