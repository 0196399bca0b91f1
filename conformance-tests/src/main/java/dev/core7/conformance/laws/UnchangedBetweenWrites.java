package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** GET is a safe method (RFC 9110 §9.2.1). */
@AutoService(Check.class)
public final class UnchangedBetweenWrites implements LawCheck {
    @Override
    public Law law() {
        return Law.UNCHANGED_BETWEEN_WRITES;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "an object does not change between two writes";
    }
}
