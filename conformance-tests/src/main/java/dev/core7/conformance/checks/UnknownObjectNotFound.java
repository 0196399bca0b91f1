package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.Set;

/** A request for an object that does not exist gets 404 (RFC 9110 §15.5.5). */
@AutoService(Check.class)
public final class UnknownObjectNotFound implements Check {
    @Override
    public String id() {
        return "unknown-object-not-found";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a request for an object that does not exist gets status 404";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.UnknownObject;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return LegalStatus.judge(exchange, Set.of(404, 410), "404");
    }
}
