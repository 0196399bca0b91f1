package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Evidence;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;

/** A key that is limited to another project is refused. */
@AutoService(Check.class)
public final class ForeignKeyRefused implements Check {
    @Override
    public String id() {
        return "foreign-key-refused";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a key that is limited to another project is refused";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ForeignKey;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return Refusals.judge(exchange, evidence, "refused: the key is limited to another project");
    }
}
