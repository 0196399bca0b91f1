package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** PostHog sets times by its clock and the creator by the key. */
@AutoService(Check.class)
public final class ServerValuesPlausible implements LawCheck {
    @Override
    public Law law() {
        return Law.SERVER_VALUES_PLAUSIBLE;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "times that the server sets fit its clock and the changes, and a key has one user";
    }
}
