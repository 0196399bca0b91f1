package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Waits when the server limits the rate (429), or is overloaded and says for how long (503), as {@code Retry-After} says
 * (RFC 9110 §10.2.3), and asks again. Meanwhile no other thread asks either, for the limit is on all of them. A server that never
 * stops limiting ends the run.
 */
public final class PatientTransport implements Transport {
    private static final String RETRY_AFTER = "retry-after";
    private static final int TRIES = 5;
    /** Three requests in a row, each with all its tries: one alone may have a limit of its own. */
    private static final int MOST_IN_A_ROW = 3 * TRIES;
    /** Used where a 429 names no time. */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    /** Longer than the longest window of PostHog's limits per minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final Transport inner;
    private final RetryDelay waiting;
    private final LongSupplier clock;
    private final TimeBudget budget;
    private final Consumer<String> notice;
    private long heldUntil;
    private int inARow;
    private boolean told;

    /** Waits in real time. */
    public PatientTransport(Transport inner) {
        this(inner, TimeBudget.unlimited(), told -> {});
    }

    /** Waits as long as {@code budget} lasts; {@code notice} is told once that there is something to wait for. */
    PatientTransport(Transport inner, TimeBudget budget, Consumer<String> notice) {
        this(inner, budget, System::nanoTime, budget, notice);
    }

    PatientTransport(Transport inner, RetryDelay waiting, LongSupplier clock) {
        this(inner, waiting, clock, TimeBudget.unlimited(), told -> {});
    }

    PatientTransport(
            Transport inner, RetryDelay waiting, LongSupplier clock, TimeBudget budget, Consumer<String> notice) {
        this.inner = inner;
        this.waiting = waiting;
        this.clock = clock;
        this.budget = budget;
        this.notice = notice;
        this.heldUntil = clock.getAsLong();
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var held = hold(Duration.ZERO);
        if (!held.isZero()) {
            pause(waiting, held, budget);
        }
        var response = inner.send(request);
        for (int i = 1; asksToWait(response) && i < TRIES; i++) {
            var wait = hold(wait(response));
            count(response);
            tellOnce(response.status(), wait);
            pause(waiting, wait, budget);
            response = inner.send(request);
        }
        count(response);
        return response;
    }

    /** Counts the responses in a row that ask to wait; after too many the run is ended. */
    private synchronized void count(Response response) {
        if (!asksToWait(response)) {
            inARow = 0;
            return;
        }
        inARow++;
        if (inARow >= MOST_IN_A_ROW) {
            budget.end("the server limits the rate and did not stop: it answered " + response.status() + " " + inARow
                    + " times in a row; use --max-requests-per-minute");
        }
    }

    private synchronized void tellOnce(int status, Duration wait) {
        if (!told) {
            told = true;
            notice.accept("the server limits the rate (status " + status + "): waiting " + Math.max(1, wait.toSeconds())
                    + " s, and again when it asks to");
        }
    }

    /** Lets {@code wait} pass; where that is interrupted, no request is sent. */
    static void pause(RetryDelay waiting, Duration wait, TimeBudget budget) throws NoAnswerException {
        if (!waiting.before(wait)) {
            budget.over().ifPresent(why -> {
                throw new NotSentException(why);
            });
            throw new NoAnswerException("interrupted while waiting for the rate limit", false);
        }
    }

    /** Holds all requests back for so long at least; answers how long it is in all. */
    private synchronized Duration hold(Duration wait) {
        long now = clock.getAsLong();
        heldUntil = Math.max(heldUntil, now + wait.toNanos());
        return Duration.ofNanos(heldUntil - now);
    }

    private static boolean asksToWait(Response response) {
        boolean overloaded =
                response.status() == 503 && response.header(RETRY_AFTER).isPresent();
        return response.status() == 429 || overloaded;
    }

    private static Duration wait(Response response) {
        var wait = response.header(RETRY_AFTER)
                .flatMap(after -> wait(after, response.header("date")))
                .orElse(DEFAULT_WAIT);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** It is a number of seconds, or a date; that counts from the date of the answer, for the server's clock may be wrong. */
    private static Optional<Duration> wait(String after, Optional<String> now) {
        if (after.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(after)));
        }
        try {
            return now.map(date -> Duration.between(moment(date), moment(after)))
                    .filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(String date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    }
}
