package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Evidence;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Finding;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;
import java.util.ArrayList;

/** A refused write has changed nothing. */
@AutoService(Check.class)
public final class NoEffectAfterRefusal implements Check {
    @Override
    public String id() {
        return "no-effect-after-refusal";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "what was refused has changed nothing";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ReadBack;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotProven(
                    "reading back was answered " + exchange.response().status());
        }
        var findings = new ArrayList<Finding>();
        var text = exchange.response().text();
        for (Exchange refused : evidence.refusals(exchange.sent().operation())) {
            String mark = refused.request().mark();
            if (!refused.accepted() && !mark.isEmpty() && text.contains("\"" + mark + "\"")) {
                findings.add(new Finding(
                        "body",
                        "nothing of " + refused.sent().name() + ", which was answered "
                                + refused.response().status(),
                        "\"" + mark + "\", which that request sent"));
            }
        }
        return Outcome.of(findings);
    }
}
