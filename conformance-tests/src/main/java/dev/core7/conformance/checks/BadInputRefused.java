package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** Invalid input is refused with a suitable status; input that PostHog ignores may be ignored. */
@AutoService(Check.class)
public final class BadInputRefused implements Check {
    @Override
    public String id() {
        return "bad-input-refused";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        var input = (Purpose.BadInput) sent.purpose();
        return "a request with " + input.what() + " gets status " + LegalStatus.alternatives(input.legal());
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.BadInput;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var legal = ((Purpose.BadInput) exchange.sent().purpose()).legal();
        return LegalStatus.judge(exchange, legal, LegalStatus.alternatives(legal));
    }
}
