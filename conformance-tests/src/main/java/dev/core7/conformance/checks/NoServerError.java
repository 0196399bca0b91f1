package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Evidence;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;

/** Whatever the request, the server does not fail (RFC 9110 §15.6); a 501 to a method not offered is no failure (§15.6.2). */
@AutoService(Check.class)
public final class NoServerError implements Check {
    @Override
    public String id() {
        return "no-server-error";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the server answers without failing itself";
    }

    @Override
    public boolean concerns(Case sent) {
        return !(sent.purpose() instanceof Purpose.Documented);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        boolean notOffered = status == 501 && exchange.sent().purpose() instanceof Purpose.OtherMethod;
        return status < 500 || notOffered
                ? Outcome.passed()
                : Outcome.failed("status", "below 500", status + " " + Bodies.excerpt(exchange.response()));
    }
}
