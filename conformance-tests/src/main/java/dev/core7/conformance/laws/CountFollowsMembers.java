package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page shows the count of a cohort, and lists its persons. */
@AutoService(Check.class)
public final class CountFollowsMembers implements LawCheck {
    @Override
    public Law law() {
        return Law.COUNT_FOLLOWS_MEMBERS;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a count is not higher than the number of members that were added";
    }
}
