package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents PATCH: it changes some fields (RFC 5789). */
@AutoService(Check.class)
public final class UnnamedFieldsKept implements LawCheck {
    @Override
    public Law law() {
        return Law.UNNAMED_FIELDS_KEPT;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a write leaves the fields that it does not name as they were";
    }
}
