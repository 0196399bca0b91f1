package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** An operation whose documented response is a refusal, such as 405, is refused whatever was done to the object before. */
@AutoService(Check.class)
public final class RefusedInEveryState implements Check {
    @Override
    public String id() {
        return "refused-in-every-state";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "what the page says is not allowed is refused in every state of the object";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Step
                && sent.operation().success().isError();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        int expected = exchange.sent().operation().success().status();
        if (status / 100 == 2) {
            return Outcome.failed(
                    "status", expected + " or another refusal", status + " " + Bodies.excerpt(exchange.response()));
        }
        return status / 100 == 4
                ? Outcome.passed()
                : new Outcome.NotApplicable("status " + status + " shows neither a refusal nor an acceptance");
    }
}
