package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page shows the name of a referenced object beside the field that refers to it. */
@AutoService(Check.class)
public final class DerivedFollowsSource implements LawCheck {
    @Override
    public Law law() {
        return Law.DERIVED_FOLLOWS_SOURCE;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a field that follows another one has no value of an earlier or other source";
    }
}
