package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** PostHog ignores fields in a request that are not request parameters. */
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
        return "a field that is no request parameter does not follow the request";
    }
}
