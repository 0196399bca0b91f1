package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A check with a fault: it speaks about everything and judges nothing. */
final class ThrowingCheck implements Check {
    @Override
    public String id() {
        return "throwing";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "never judged";
    }

    @Override
    public boolean concerns(Case sent) {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        throw new IllegalStateException("broken");
    }
}
