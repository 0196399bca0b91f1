package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The defaults of PostHog's models and serializers. */
@AutoService(Check.class)
public final class DefaultValues implements LawCheck {
    @Override
    public Law law() {
        return Law.DEFAULT_VALUES;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a field that a create does not name has its default";
    }
}
