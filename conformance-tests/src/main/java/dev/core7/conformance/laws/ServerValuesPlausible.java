package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** PostHog takes these values from its clock and from the key. */
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
        return "times and creators that the server sets fit the run: within five minutes of its own Date, never backwards, one user for one key";
    }
}
