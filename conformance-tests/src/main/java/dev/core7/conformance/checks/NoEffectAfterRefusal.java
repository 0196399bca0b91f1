package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A write that was refused because of its key has no effect on stored objects. */
@AutoService(Check.class)
public final class NoEffectAfterRefusal implements Check {
    @Override
    public String id() {
        return "no-effect-after-refusal";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "refused requests have no effect";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ReadBack && sent.name().equals(Purpose.ReadBack.OF_KEYS);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return StoredMarks.judge(exchange, evidence);
    }
}
