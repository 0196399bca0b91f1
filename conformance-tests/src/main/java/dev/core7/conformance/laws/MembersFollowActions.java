package dev.core7.conformance.laws;

import com.google.auto.service.AutoService;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.result.Level;

/** The page documents the actions that change who is a member of a static cohort. */
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
        return "the members of an object are those who were added to it, each once";
    }
}
