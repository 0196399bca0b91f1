package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** Undocumented methods are refused; HEAD and OPTIONS may be accepted (RFC 9110 §15.5.6). */
@AutoService(Check.class)
public final class OtherMethodRefused implements Check {
    @Override
    public String id() {
        return "other-method-refused";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the undocumented method is refused, or is harmless";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherMethod;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var legal = ((Purpose.OtherMethod) exchange.sent().purpose()).legal();
        return LegalStatus.judge(exchange, legal, "a refusal: 405 or another 4xx status");
    }
}
