package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Evidence;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;

/** A key that the server never gave out is refused. */
@AutoService(Check.class)
public final class UnknownKeyRefused implements Check {
    @Override
    public String id() {
        return "unknown-key-refused";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a key that the server never gave out is refused";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.UnknownKey;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        return Refusals.judge(exchange, evidence, "refused: nobody has that key");
    }
}
