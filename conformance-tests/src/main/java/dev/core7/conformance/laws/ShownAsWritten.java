package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page shows each request parameter among the fields of the response. */
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
        return "what was written is shown as it was written, in every response that shows the object";
    }
}
