package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.LongKeys;
import dev.core7.conformance.checks.RateLimit;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A request without a valid key gets 401; a request with a key that lacks the permission gets 403 (RFC 9110 §15.5.2, §15.5.4). */
@AutoService(Check.class)
public final class RefusalStatus implements Check {
    @Override
    public String id() {
        return "refusal-status";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the refusal has status " + expected(sent);
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isRefusalOfKey() && !(sent.purpose() instanceof Purpose.OtherForm);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        if (exchange.accepted() || status >= 500 || RateLimit.isHit(exchange)) {
            return new Outcome.NotApplicable("status " + status + " is not a refusal");
        }
        if (LongKeys.isTooLong(exchange)) {
            return new Outcome.NotApplicable("status " + status + " is a refusal of the length, not of the key");
        }
        boolean hides = exchange.sent().purpose() instanceof Purpose.ForeignKey && status == 404;
        String expected = expected(exchange.sent());
        return hides || expected.equals(String.valueOf(status))
                ? Outcome.passed()
                : Outcome.failed("status", expected, String.valueOf(status));
    }

    private static String expected(Case sent) {
        boolean keyIsValid =
                sent.purpose() instanceof Purpose.LacksScope || sent.purpose() instanceof Purpose.ForeignKey;
        return keyIsValid ? "403" : "401";
    }
}
