package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Evidence;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;

/** Objects of another project are not reached through this one. */
@AutoService(Check.class)
public final class ForeignObjectHidden implements Check {
    @Override
    public String id() {
        return "foreign-object-hidden";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "an object of another project is not answered";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ForeignObject;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return Refusals.judge(exchange, evidence, "404: the object belongs to another project");
    }
}
