package dev.core7.conformance.http;

import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Transport;
import java.time.Duration;

/** Waits when the server limits the rate (429), as {@code Retry-After} says (RFC 9110 §10.2.3), and asks again. */
public final class PatientTransport implements Transport {
    private static final int TRIES = 5;
    /** Used where a 429 names no time in seconds. */
    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(1);
    /** Longer than the longest window of PostHog's limits per minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    private final Transport inner;
    private final Waiting waiting;

    /** Waits in real time. */
    public PatientTransport(Transport inner) {
        this(inner, Waiting.REAL);
    }

    PatientTransport(Transport inner, Waiting waiting) {
        this.inner = inner;
        this.waiting = waiting;
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var response = inner.send(request);
        for (int i = 1; i < TRIES && response.status() == 429; i++) {
            waiting.before(wait(response));
            response = inner.send(request);
        }
        return response;
    }

    private static Duration wait(Response response) {
        var wait = response.header("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_WAIT);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
