package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A request without a key is refused. */
@AutoService(Check.class)
public final class CredentialsRequired implements Check {
    @Override
    public String id() {
        return "credentials-required";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a request without a key is refused";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.NoKey;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return Refusals.judge(exchange, evidence, "a refusal, because the request has no key");
    }
}
