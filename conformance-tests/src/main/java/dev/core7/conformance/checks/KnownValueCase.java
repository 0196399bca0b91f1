package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.ListedValues;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.ArrayList;

/** A documented value of an open list is written as documented; other values are allowed. */
@AutoService(Check.class)
public final class KnownValueCase implements Check {
    @Override
    public String id() {
        return "known-value-case";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a value that the contract lists is written in the same case";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && Bodies.asksForJson(sent)
                && sent.operation()
                        .success()
                        .json()
                        .filter(json -> ListedValues.has(json.schema()))
                        .isPresent();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("the request was not accepted");
        }
        var shown =
                ListedValues.in(exchange, id -> evidence.isOwn(exchange.sent().called(), id));
        if (shown.isEmpty()) {
            return new Outcome.NotApplicable("the response shows none of the fields with listed values");
        }
        var findings = new ArrayList<Finding>();
        for (ListedValues.Shown value : shown) {
            value.differingOnlyByCase()
                    .ifPresent(listed -> findings.add(new Finding(value.pointer(), listed, value.value())));
        }
        return Outcome.of(findings);
    }
}
