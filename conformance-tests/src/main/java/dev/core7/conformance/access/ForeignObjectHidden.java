package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;

/** Objects of another project are not accessible through the paths of this one. */
@AutoService(Check.class)
public final class ForeignObjectHidden implements Check {
    private static final int BAD_REQUEST = 400;

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
        return "an object of another project is not accessible";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.ForeignObject;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (exchange.accepted() && showsNothing(exchange.response()) && isHarmless(exchange, evidence)) {
            return new Outcome.NotApplicable("the response with status "
                    + exchange.response().status()
                    + " contains no object; unknown-object-not-found judges such responses");
        }
        if (exchange.showsSharedObject()) {
            return new Outcome.NotApplicable("the object is shared with other projects");
        }
        if (isActionOnMembers(exchange) && exchange.response().status() == BAD_REQUEST) {
            return new Outcome.NotApplicable(
                    "status 400 may be about the empty body: the server may look at it before it looks up"
                            + " the object");
        }
        return Refusals.judge(
                exchange, evidence, "a refusal such as 404, because the object belongs to another project");
    }

    /** Returns whether an empty body was sent to an operation below an object. */
    private static boolean isActionOnMembers(Exchange exchange) {
        return !exchange.request().isSafe()
                && !exchange.sent().operation().path().endsWith("}/");
    }

    /**
     * Returns whether an accepted request without an object in its response did nothing: a read, or a write that the server also
     * accepts for an object that does not exist.
     */
    private static boolean isHarmless(Exchange exchange, Evidence evidence) {
        var operation = exchange.sent().operation();
        return exchange.request().isSafe()
                || evidence.exchanges().stream()
                        .anyMatch(other -> other.sent().operation().equals(operation)
                                && other.sent().purpose() instanceof Purpose.UnknownObject
                                && other.accepted());
    }

    /** Returns whether a body is empty or an empty list: a server that queries related data without looking up the object hides it too. */
    private static boolean showsNothing(Response response) {
        try {
            return response.isEmpty()
                    || response.json() instanceof Map<?, ?> body
                            && body.get("results") instanceof List<?> items
                            && items.isEmpty();
        } catch (Json.NotJsonException e) {
            return false;
        }
    }
}
