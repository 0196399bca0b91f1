package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** PostHog shows restored objects again, and returns a deleted cohort by its id. */
@AutoService(Check.class)
public final class DeletedStillFound implements LawCheck {
    @Override
    public Law law() {
        return Law.DELETED_STILL_FOUND;
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "an object that was marked as deleted is found where the API does not hide it, and everywhere after it is restored";
    }
}
