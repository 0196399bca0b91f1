package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page shows the request parameters among the fields of the response. */
@AutoService(Check.class)
public final class ShownAsWritten implements LawCheck {
    @Override
    public Law law() {
        return Law.SHOWN_AS_WRITTEN;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "every response shows the object with the values that were written";
    }
}
