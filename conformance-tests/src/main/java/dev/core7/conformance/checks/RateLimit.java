package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;

/** A 429 is the environment: it says nothing of the server, neither good nor bad. */
final class RateLimit {
    static final Outcome NOT_PROVEN =
            new Outcome.NotProven("the server keeps limiting the rate (429): run with --max-requests-per-minute");

    private RateLimit() {}

    static boolean isHit(Exchange exchange) {
        return exchange.response().status() == 429;
    }
}
