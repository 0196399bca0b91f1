package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** If the page shows no body but PostHog sends one, a body has the shape of PostHog's. */
@AutoService(Check.class)
public final class ObservedBody implements Check {
    @Override
    public String id() {
        return "observed-body";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a response body that the page does not show has the shape of PostHog's";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && sent.operation().success().observed().isPresent();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("the request was not accepted");
        }
        if (exchange.response().isEmpty()) {
            return new Outcome.NotApplicable("the response has no body, as on the page");
        }
        return Bodies.judge(
                exchange, exchange.sent().operation().success().observed().orElseThrow(), evidence);
    }
}
