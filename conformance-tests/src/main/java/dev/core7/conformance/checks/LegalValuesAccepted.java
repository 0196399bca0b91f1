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

/** A write with unusual but legal values gets the documented status. The page shows neither all enumerations nor the limits. */
@AutoService(Check.class)
public final class LegalValuesAccepted implements Check {
    @Override
    public String id() {
        return "legal-values-accepted";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        var input = (Purpose.LegalInput) sent.purpose();
        return "a request with legal values of " + input.fields() + " gets status "
                + sent.operation().success().status();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.LegalInput && !sent.operation().isSafe();
    }

    @Override
    public Outcome judge(Unanswered request, Evidence evidence) {
        return Outcome.withoutResponse(
                request,
                "a response with status " + request.sent().operation().success().status());
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return StatusCode.compare(exchange);
    }
}
