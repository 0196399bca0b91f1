package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents that deleted hides an object; it says nothing that hides another. */
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
        return "an object is there until it is marked deleted, and gone from where the API hides it afterwards";
    }
}
