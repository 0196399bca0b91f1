package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** A request without the required scope that takes effect was not refused. */
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
        return "a write that was refused because of its key changes nothing";
    }
}
