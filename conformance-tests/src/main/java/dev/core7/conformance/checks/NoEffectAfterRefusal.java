package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.regex.Pattern;

/** A refused write has no effect on stored objects. */
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
        return "refused requests have no effect";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ReadBack;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotProven(exchange.request().method() + " "
                    + exchange.request().path() + " got status "
                    + exchange.response().status()
                    + ", so effects of refused requests could not be looked for: make this request succeed");
        }
        var refused = evidence.refusals(exchange.sent()).stream()
                .filter(e -> !e.request().mark().isEmpty())
                .toList();
        if (refused.isEmpty()) {
            return new Outcome.NotApplicable("no write request was refused");
        }
        var text = exchange.response().text();
        return Outcome.of(refused.stream()
                .filter(e -> leftIn(text, e))
                .map(NoEffectAfterRefusal::finding)
                .toList());
    }

    /** Returns whether a text contains the mark of a request; a mark followed by more digits is another mark. */
    private static boolean leftIn(String text, Exchange refused) {
        return Pattern.compile(Pattern.quote(refused.request().mark()) + "(?![0-9a-f])")
                .matcher(text)
                .find();
    }

    private static Finding finding(Exchange refused) {
        return new Finding(
                "body",
                "no effect of the request " + refused.sent().name() + ", which was refused with "
                        + refused.response().status(),
                "\"" + refused.request().mark() + "\", which this request sent");
    }
}
