package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A 405 response lists the allowed methods in the header {@code Allow} (RFC 9110 §15.5.6). */
@AutoService(Check.class)
public final class AllowHeader implements Check {
    @Override
    public String id() {
        return "allow-header";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a 405 response has the header Allow";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherMethod
                || sent.purpose() instanceof Purpose.Documented
                        && sent.operation().success().status() == 405;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (exchange.response().status() != 405) {
            return new Outcome.NotApplicable("status " + exchange.response().status() + " instead of 405");
        }
        return exchange.response().header("allow").isPresent()
                ? Outcome.passed()
                : Outcome.failed("header Allow", "present", "absent");
    }
}
