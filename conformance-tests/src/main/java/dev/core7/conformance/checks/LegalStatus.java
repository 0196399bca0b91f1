package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import java.util.Set;

/** Whether a status is one of those that any server may answer; a failing server is left to no-server-error. */
final class LegalStatus {
    private LegalStatus() {}

    static Outcome judge(Exchange exchange, Set<Integer> legal, String expected) {
        int status = exchange.response().status();
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        if (status >= 500) {
            return new Outcome.NotApplicable("no-server-error says so");
        }
        return legal.contains(status) ? Outcome.passed() : Outcome.failed("status", expected, String.valueOf(status));
    }
}
