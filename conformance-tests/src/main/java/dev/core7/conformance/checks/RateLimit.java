package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;

/** A 429 response neither proves nor breaks a clause: it depends on how many requests were sent before. */
public final class RateLimit {
    /** The outcome of a check on such a response. */
    public static final Outcome NOT_PROVEN = new Outcome.NotProven(
            "the server kept limiting the request rate (429):" + " set --max-requests-per-minute to its limit");

    private RateLimit() {}

    /** Whether a response is such a one. */
    public static boolean isHit(Exchange exchange) {
        return exchange.response().status() == 429;
    }
}
