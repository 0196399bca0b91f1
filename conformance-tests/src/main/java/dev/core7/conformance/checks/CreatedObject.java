package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.NamedObject;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Link;

/** The object that a create names is the one that it created: read back, it carries the text that was sent. */
@AutoService(Check.class)
public final class CreatedObject implements Check {
    @Override
    public String id() {
        return "created-object";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the answer to a create names the object that it created";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented()
                && !sent.operation().isSafe()
                && sent.operation().success().links().stream().anyMatch(Link::cleanup);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("nothing was created: status-code says so");
        }
        if (exchange.request().mark().isEmpty()) {
            return new Outcome.NotApplicable("nothing was sent by which the object could be recognised");
        }
        return evidence.named(exchange)
                .map(object -> judge(object, exchange.sent()))
                .orElseGet(() -> new Outcome.NotApplicable("no id was answered: response-body says so"));
    }

    /** A step of a flow may create an object that the API hides; the documented request does not. */
    private static Outcome judge(NamedObject object, Case sent) {
        if (object.confirmed()) {
            return Outcome.passed();
        }
        String unseen = "no response shows the object in a form that could be recognised";
        return object.shownOtherwise()
                .map(shown -> Outcome.failed(
                        "/id",
                        "the id of the object that was created",
                        "the id of another object: " + shown.request().method() + " "
                                + shown.request().path() + " shows " + object.address()
                                + " without the text that was sent"))
                .orElseGet(() -> sent.purpose() instanceof Purpose.Step
                        ? new Outcome.NotApplicable(unseen)
                        : new Outcome.NotProven(unseen));
    }
}
