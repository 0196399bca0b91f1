package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.checks.OtherFormSame;
import dev.core7.conformance.checks.RateLimit;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** Requires that a request that must be refused is refused in every form that the server offers. */
@AutoService(Check.class)
public final class OtherFormRefused implements Check {
    @Override
    public String id() {
        return "other-form-refused";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a request that must be refused is also refused in the form " + form(sent);
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.plain().isRefusalOfKey();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        var offered = evidence.withRightKey(exchange.sent(), form(exchange.sent()));
        if (offered.isPresent() && !OtherFormSame.isOffered(offered.get(), evidence)) {
            return new Outcome.NotApplicable(
                    "the server does not offer this form: with the right key it returns status "
                            + offered.get().response().status());
        }
        if (isOutsideOfProjects(exchange.sent()) && !isUsuallyRefused(exchange.sent(), evidence)) {
            return new Outcome.NotApplicable("the usual form is not refused either: see limited-key-refused");
        }
        String expected = "a refusal, as in the usual form";
        if (exchange.accepted() && !OtherFormSame.isOffered(exchange, evidence)) {
            return new Outcome.NotApplicable("status " + status
                    + " with another body than the usual form: the server may" + " return it for every path");
        }
        if (exchange.accepted()) {
            return Outcome.failed("status", expected, status + " " + Bodies.excerpt(exchange.response()));
        }
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        if (Refusals.containsData(exchange)) {
            return Outcome.failed(
                    "body", expected, status + ", but with the requested data: " + Bodies.excerpt(exchange.response()));
        }
        if (offered.isEmpty()) {
            return new Outcome.NotApplicable(
                    "this form was not sent with the right key, so the refusal proves nothing");
        }
        return status / 100 == 4
                ? Outcome.passed()
                : new Outcome.NotApplicable("status " + status + " is not a refusal");
    }

    /** Whether a key that is limited to a project is sent to an operation of none. */
    private static boolean isOutsideOfProjects(Case sent) {
        return ((Purpose.OtherForm) sent.purpose()).plain() instanceof Purpose.ForeignKey
                && !sent.operation().path().contains("{project_id}");
    }

    private static boolean isUsuallyRefused(Case sent, Evidence evidence) {
        return evidence.exchanges().stream()
                .anyMatch(other -> other.sent().operation().equals(sent.operation())
                        && other.sent().purpose() instanceof Purpose.ForeignKey
                        && !other.accepted());
    }

    private static String form(Case sent) {
        return ((Purpose.OtherForm) sent.purpose()).form();
    }
}
