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

/** No request causes a server error (RFC 9110 §15.6). A 501 is allowed for undocumented methods (§15.6.2). */
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
        return "the request does not cause a server error";
    }

    @Override
    public boolean concerns(Case sent) {
        return !(sent.purpose() instanceof Purpose.Documented) && !(sent.purpose() instanceof Purpose.LegalInput);
    }

    /**
     * Bad input that is sent only once, because repeating it might have an effect, fails only if two such requests of the
     * operation get no response.
     */
    @Override
    public Outcome judge(Unanswered request, Evidence evidence) {
        boolean once = request.sent().purpose() instanceof Purpose.BadInput && request.tries() == 1;
        return once && evidence.unansweredBadInputs(request.sent().operation()) < 2
                ? new Outcome.NotProven(request.reason())
                : Outcome.withoutResponse(request, "a response");
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        boolean notOffered = status == 501 && exchange.sent().purpose().changesMethod();
        return status < 500 || notOffered
                ? Outcome.passed()
                : Outcome.failed("status", "a status below 500", status + " " + Bodies.excerpt(exchange.response()));
    }
}
