package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a status with those that the clause allows; server errors are left to {@code no-server-error}. */
final class LegalStatus {
    private LegalStatus() {}

    /** Returns the statuses in ascending order, such as {@code 400, 413 or 422}. */
    static String alternatives(Set<Integer> statuses) {
        var text = statuses.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return text.replaceFirst(", (?=\\d+$)", " or ");
    }

    static Outcome judge(Exchange exchange, Set<Integer> legal, String expected) {
        int status = exchange.response().status();
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        if (status >= 500) {
            return new Outcome.NotApplicable("status " + status + " is a server error; no-server-error reports that");
        }
        return legal.contains(status) ? Outcome.passed() : Outcome.failed("status", expected, String.valueOf(status));
    }
}
