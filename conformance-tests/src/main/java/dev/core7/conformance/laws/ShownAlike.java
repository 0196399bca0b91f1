package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page shows the same fields in the responses of all operations with the object. */
@AutoService(Check.class)
public final class ShownAlike implements LawCheck {
    @Override
    public Law law() {
        return Law.SHOWN_ALIKE;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "all responses show an object with the same values, if it was not changed";
    }
}
