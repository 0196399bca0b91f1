package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** PostHog sets these fields once, when it creates the object. */
@AutoService(Check.class)
public final class ServerValuesStable implements LawCheck {
    @Override
    public Law law() {
        return Law.SERVER_VALUES_STABLE;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "what only the server sets stays as it was";
    }
}
