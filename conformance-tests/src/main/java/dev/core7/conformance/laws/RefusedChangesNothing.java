package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents which key may write what. */
@AutoService(Check.class)
public final class RefusedChangesNothing implements LawCheck {
    @Override
    public Law law() {
        return Law.REFUSED_CHANGES_NOTHING;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a write that was refused has changed nothing";
    }
}
