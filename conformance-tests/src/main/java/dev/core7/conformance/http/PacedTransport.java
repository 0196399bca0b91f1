package dev.core7.conformance.http;

import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Transport;
import java.time.Duration;

/** Sends no more than so many requests a minute, evenly spaced. */
public final class PacedTransport implements Transport {
    private final Transport inner;
    private final Duration distance;
    private final Waiting waiting;
    private long next = Long.MIN_VALUE;

    /** Lets {@code perMinute} requests through to {@code inner} in a minute; at least 1. */
    public PacedTransport(Transport inner, int perMinute) {
        this(inner, perMinute, Waiting.REAL);
    }

    PacedTransport(Transport inner, int perMinute, Waiting waiting) {
        this.inner = inner;
        this.distance = Duration.ofMinutes(1).dividedBy(perMinute);
        this.waiting = waiting;
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        long now = waiting.now();
        if (next > now) {
            waiting.pause(Duration.ofNanos(next - now));
        }
        next = Math.max(next, now) + distance.toNanos();
        return inner.send(request);
    }
}
