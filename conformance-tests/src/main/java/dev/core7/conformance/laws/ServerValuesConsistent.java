package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page shows a creator, a creation time and a time of change, which the request cannot name. */
@AutoService(Check.class)
public final class ServerValuesConsistent implements LawCheck {
    @Override
    public Law law() {
        return Law.SERVER_VALUES_CONSISTENT;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the creator is the user of the key, and the times that the server sets do not contradict each other or the run";
    }
}
