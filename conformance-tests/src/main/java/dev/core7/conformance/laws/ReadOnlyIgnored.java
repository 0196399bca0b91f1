package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** PostHog ignores fields that are not request parameters. */
@AutoService(Check.class)
public final class ReadOnlyIgnored implements LawCheck {
    @Override
    public Law law() {
        return Law.READ_ONLY_IGNORED;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a field that is not a request parameter does not take its value from a request";
    }
}
