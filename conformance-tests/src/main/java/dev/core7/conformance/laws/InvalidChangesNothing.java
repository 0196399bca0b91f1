package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** PostHog stores nothing of a request that it rejects with a 4xx. */
@AutoService(Check.class)
public final class InvalidChangesNothing implements LawCheck {
    @Override
    public Law law() {
        return Law.INVALID_CHANGES_NOTHING;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a write that was rejected with a 4xx changes nothing";
    }
}
