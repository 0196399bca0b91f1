package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** All request parameters of an update are optional, and the page documents an update as a change of some fields. */
@AutoService(Check.class)
public final class UnnamedFieldsKept implements LawCheck {
    @Override
    public Law law() {
        return Law.UNNAMED_FIELDS_KEPT;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a write does not change the fields that it does not contain";
    }
}
