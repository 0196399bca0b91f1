package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Sends no more than so many requests a minute, evenly spaced, whichever threads they come from. */
public final class PacedTransport implements Transport {
    private final Transport inner;
    private final Duration distance;
    private final RetryDelay waiting;
    private final LongSupplier clock;
    private final TimeBudget budget;
    private long next = Long.MIN_VALUE;

    /** Lets {@code perMinute} requests through to {@code inner} in a minute, at least 1, as long as the budget lasts. */
    PacedTransport(Transport inner, int perMinute, TimeBudget budget) {
        this(inner, perMinute, budget, System::nanoTime, budget);
    }

    PacedTransport(Transport inner, int perMinute, RetryDelay waiting, LongSupplier clock) {
        this(inner, perMinute, waiting, clock, TimeBudget.unlimited());
    }

    private PacedTransport(Transport inner, int perMinute, RetryDelay waiting, LongSupplier clock, TimeBudget budget) {
        this.budget = budget;
        this.inner = inner;
        this.distance = Duration.ofMinutes(1).dividedBy(perMinute);
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var wait = reserve();
        if (!wait.isZero()) {
            PatientTransport.pause(waiting, wait, budget);
        }
        return inner.send(request);
    }

    /** Takes the next free place in time; answers how far away it is. */
    private synchronized Duration reserve() {
        long now = clock.getAsLong();
        long place = Math.max(next, now);
        next = place + distance.toNanos();
        return Duration.ofNanos(place - now);
    }
}
