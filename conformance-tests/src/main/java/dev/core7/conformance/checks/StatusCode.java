package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.spi.RefusalHints;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;

/**
 * The documented request, and one with another value of a query parameter, gets the documented status. At the end of a run, an
 * object may be hidden, but nothing that the run has stored makes a read fail.
 */
@AutoService(Check.class)
public final class StatusCode implements Check {
    @Override
    public String id() {
        return "status-code";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        String request = sent.purpose() instanceof Purpose.LegalInput legal
                ? "a request with legal values of " + legal.fields()
                : "the documented request";
        return request + " gets status " + sent.operation().success().status();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                || sent.purpose() instanceof Purpose.LastLook
                || sent.purpose() instanceof Purpose.LegalInput
                        && sent.operation().isSafe();
    }

    @Override
    public Outcome judge(Unanswered request, Evidence evidence) {
        return compare(request);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return exchange.sent().purpose() instanceof Purpose.LastLook
                        && exchange.response().status() / 100 == 4
                ? new Outcome.NotApplicable("the object may be hidden by now, or the key used up")
                : compare(exchange);
    }

    static Outcome compare(Unanswered request) {
        return Outcome.withoutResponse(
                request,
                "a response with status " + request.sent().operation().success().status());
    }

    static Outcome compare(Exchange exchange) {
        int expected = exchange.sent().operation().success().status();
        int actual = exchange.response().status();
        if (actual == expected) {
            return Outcome.passed();
        }
        if (actual == 402) {
            return new Outcome.NotProven("the server asks for payment (402): use a plan that includes this operation");
        }
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        var right = RefusalHints.ofMissingRight(exchange);
        if (right.isPresent()) {
            return right.get();
        }
        if (isKeyRefused(exchange)) {
            return new Outcome.NotApplicable("the key was refused; scope-sufficient reports that");
        }
        return Outcome.failed("status", String.valueOf(expected), actual + RefusalHints.ofFixtures(exchange));
    }

    /** Returns whether a key was refused although it holds exactly the documented scopes. */
    public static boolean isKeyRefused(Exchange exchange) {
        Key key = exchange.sent().key();
        int status = exchange.response().status();
        return (status == 401 || status == 403)
                && key != null
                && Keyring.proves(key, exchange.sent().operation().scopes());
    }
}
