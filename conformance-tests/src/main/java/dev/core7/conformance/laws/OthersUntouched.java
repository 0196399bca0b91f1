package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The path of an update names one object. */
@AutoService(Check.class)
public final class OthersUntouched implements LawCheck {
    @Override
    public Law law() {
        return Law.OTHERS_UNTOUCHED;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a write does not change other objects";
    }
}
