package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.spi.Check;

/** The page documents one action that adds persons to a cohort and one that removes a person. */
@AutoService(Check.class)
public final class MembersFollowActions implements LawCheck {
    @Override
    public Law law() {
        return Law.MEMBERS_FOLLOW_ACTIONS;
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a list of members contains nobody who was not added";
    }
}
