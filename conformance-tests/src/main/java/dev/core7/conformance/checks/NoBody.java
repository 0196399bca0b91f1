package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A 204 response has no body (RFC 9110 §15.3.5). */
@AutoService(Check.class)
public final class NoBody implements Check {
    @Override
    public String id() {
        return "no-body";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a " + sent.operation().success().status() + " response has no body (RFC 9110 §15.3.5)";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && sent.operation().success().status() == 204;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (exchange.response().status() != 204) {
            return new Outcome.NotApplicable("status " + exchange.response().status() + " instead of 204");
        }
        var response = exchange.response();
        // HTTP clients may discard the body of a 204; the header that announces it remains.
        var announced = response.header("content-length").filter(length -> !length.equals("0"));
        if (!response.isEmpty()) {
            return Outcome.failed("body", "no body", Bodies.excerpt(response));
        }
        return announced
                .map(length -> Outcome.failed("header Content-Length", "absent", length))
                .orElseGet(Outcome::passed);
    }
}
