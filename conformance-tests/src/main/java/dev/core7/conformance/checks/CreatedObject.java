package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.IdentifiedObject;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Link;

/** The response to a create request contains the id of the created object: read back, that object has the text that was sent. */
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
        return "the response to a create request contains the id of the created object";
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
            return new Outcome.NotApplicable("the request was not accepted, so no object was created");
        }
        if (exchange.request().mark().isEmpty()) {
            return new Outcome.NotApplicable("the request contained no text by which the object could be recognised");
        }
        return evidence.named(exchange)
                .map(object -> judge(object, exchange.sent()))
                .orElseGet(() -> new Outcome.NotApplicable("the response contains no id; response-body reports that"));
    }

    /**
     * Judges the object that a response names. An object that no response shows is not applicable for steps of flows, which may
     * create objects that the API hides.
     */
    private static Outcome judge(IdentifiedObject object, Case sent) {
        if (object.confirmed()) {
            return Outcome.passed();
        }
        String unseen =
                "no response shows the created object with the text that was sent: make sure that the operations"
                        + " that retrieve or list it are part of the run and pass";
        return object.conflictingExchange()
                .map(shown -> Outcome.failed(
                        "/id",
                        "the id of the created object",
                        "the id of another object: the response to "
                                + shown.request().method() + " "
                                + shown.request().path() + " shows " + object.address()
                                + " without the text that was sent"))
                .orElseGet(() -> sent.purpose() instanceof Purpose.Step
                        ? new Outcome.NotApplicable(unseen)
                        : new Outcome.NotProven(unseen));
    }
}
