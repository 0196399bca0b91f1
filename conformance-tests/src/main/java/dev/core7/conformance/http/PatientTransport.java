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
 * Repeats requests that get 429, or 503 with {@code Retry-After}, after the time in this header (RFC 9110 §10.2.3). All threads wait,
 * because the server's limit applies to them together. If the server does not stop limiting the rate, the run ends.
 */
public final class PatientTransport implements Transport {
    private static final String RETRY_AFTER = "retry-after";
    private static final int TRIES = 5;
    /** Three requests with all their tries, because a single operation may have its own limit. */
    private static final int MOST_IN_A_ROW = 3 * TRIES;
    /** Used if a 429 response has no {@code Retry-After}. */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    /** Longer than one minute, the time window of PostHog's rate limits. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final Transport inner;
    private final RetryDelay waiting;
    private final LongSupplier clock;
    private final TimeBudget budget;
    private final Consumer<String> notice;
    private long heldUntil;
    private int inARow;
    private boolean noticed;

    /** Waits in real time. */
    public PatientTransport(Transport inner) {
        this(inner, TimeBudget.unlimited(), notice -> {});
    }

    /** Waits as long as {@code budget} lasts; {@code notice} receives a line on the first wait. */
    PatientTransport(Transport inner, TimeBudget budget, Consumer<String> notice) {
        this(inner, budget, System::nanoTime, budget, notice);
    }

    PatientTransport(Transport inner, RetryDelay waiting, LongSupplier clock) {
        this(inner, waiting, clock, TimeBudget.unlimited(), notice -> {});
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
            count(response);
            var asked = askedWait(response);
            if (endsRun(asked, response.status())) {
                return response;
            }
            var wait = hold(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
            noticeOnce(response.status(), wait);
            if (!waiting.before(wait)) {
                return response;
            }
            response = inner.send(request);
        }
        count(response);
        return response;
    }

    /** Counts consecutive responses that ask to wait; ends the run after {@link #MOST_IN_A_ROW}. */
    private synchronized void count(Response response) {
        if (!asksToWait(response)) {
            inARow = 0;
            return;
        }
        inARow++;
        if (inARow >= MOST_IN_A_ROW) {
            budget.end("the server did not stop limiting the request rate: it returned " + response.status() + " "
                    + inARow + " times in a row; set --max-requests-per-minute to its limit");
        }
    }

    private synchronized void noticeOnce(int status, Duration wait) {
        if (!noticed) {
            noticed = true;
            notice.accept("the server limits the request rate (status " + status + "): waiting "
                    + Math.max(1, wait.toSeconds()) + " s, and later whenever it asks to wait");
        }
    }

    /** Waits; throws an exception if the wait is interrupted or the budget ends. */
    static void pause(RetryDelay waiting, Duration wait, TimeBudget budget) throws NoAnswerException {
        if (!waiting.before(wait)) {
            budget.stopReason().ifPresent(why -> {
                throw new NotSentException(why);
            });
            throw new NoAnswerException("interrupted while waiting for the rate limit", false);
        }
    }

    /** Delays all requests for at least {@code wait}; returns the remaining delay. */
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

    /** Ends the run if the server asks for a longer wait than the time that is left; returns whether it does. */
    private boolean endsRun(Duration asked, int status) {
        boolean tooLong = asked.compareTo(LONGEST_WAIT) > 0 && asked.compareTo(budget.remaining()) > 0;
        if (tooLong) {
            budget.end(
                    "the server limits the request rate (status " + status + ") and asks to wait " + asked.toSeconds()
                            + " s, which is longer than the time that is left: run again later, or with a longer --max-duration");
        }
        return tooLong;
    }

    private static Duration askedWait(Response response) {
        return response.header(RETRY_AFTER)
                .flatMap(after -> wait(after, response.header("date")))
                .orElse(DEFAULT_WAIT);
    }

    /** Parses {@code Retry-After}: seconds or a date. A date is compared with that of the response, because clocks may differ. */
    private static Optional<Duration> wait(String after, Optional<String> now) {
        if (after.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(after)));
        }
        try {
            var sent = now.map(PatientTransport::moment).orElseGet(Instant::now);
            return Optional.of(Duration.between(sent, moment(after))).filter(wait -> !wait.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(String date) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    }
}
