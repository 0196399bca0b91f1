package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents reads by GET, which is safe (RFC 9110 §9.2.1), and writes by the id of one object. */
@AutoService(Check.class)
public final class UnchangedBetweenWrites implements LawCheck {
    @Override
    public Law law() {
        return Law.UNCHANGED_BETWEEN_WRITES;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "an object changes only by writes to it: not by reading it, nor by writes to others";
    }
}
