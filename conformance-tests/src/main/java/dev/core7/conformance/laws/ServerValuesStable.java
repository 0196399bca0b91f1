package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** PostHog sets these fields once. */
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
        return "the id, the creation time and other fields that only the server sets do not change";
    }
}
