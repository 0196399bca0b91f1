package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents that a create answers the one object that it made. */
@AutoService(Check.class)
public final class OneCreateOneObject implements LawCheck {
    @Override
    public Law law() {
        return Law.ONE_CREATE_ONE_OBJECT;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a create makes one object, with an id of its own";
    }
}
