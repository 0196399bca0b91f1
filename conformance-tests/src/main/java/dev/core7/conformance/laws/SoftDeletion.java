package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The request parameter {@code deleted} marks an object as deleted. */
@AutoService(Check.class)
public final class SoftDeletion implements LawCheck {
    @Override
    public Law law() {
        return Law.SOFT_DELETION;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "an object that is marked as deleted is not listed, and one that never was is found";
    }
}
