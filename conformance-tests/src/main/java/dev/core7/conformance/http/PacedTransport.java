package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Limits the number of requests in a minute and spaces them evenly. Thread-safe; the limit applies to all threads together. */
public final class PacedTransport implements Transport {
    private final Transport inner;
    private final Duration interval;
    private final RetryDelay waiting;
    private final LongSupplier clock;
    private final TimeBudget budget;
    private long next = Long.MIN_VALUE;

    /** Sends at most {@code perMinute} requests in a minute by {@code inner}; must be at least 1. */
    PacedTransport(Transport inner, int perMinute, TimeBudget budget) {
        this(inner, perMinute, budget, System::nanoTime, budget);
    }

    PacedTransport(Transport inner, int perMinute, RetryDelay waiting, LongSupplier clock) {
        this(inner, perMinute, waiting, clock, TimeBudget.unlimited());
    }

    private PacedTransport(Transport inner, int perMinute, RetryDelay waiting, LongSupplier clock, TimeBudget budget) {
        this.budget = budget;
        this.inner = inner;
        this.interval = Duration.ofMinutes(1).dividedBy(perMinute);
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

    /** Reserves the next time slot; returns the time until then. */
    private synchronized Duration reserve() {
        long now = clock.getAsLong();
        long slot = Math.max(next, now);
        next = slot + interval.toNanos();
        return Duration.ofNanos(slot - now);
    }
}
