package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The response to a create is one object with an id. */
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
