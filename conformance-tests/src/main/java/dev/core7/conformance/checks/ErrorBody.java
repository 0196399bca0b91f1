package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.MediaType;

/** A client error has PostHog's error body. */
@AutoService(Check.class)
public final class ErrorBody implements Check {
    private static final String PROBLEM = "application/problem+json";

    @Override
    public String id() {
        return "error-body";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the error body has the fields type, code, detail and attr";
    }

    @Override
    public boolean concerns(Case sent) {
        return !(sent.purpose() instanceof Purpose.Documented)
                && !(sent.purpose() instanceof Purpose.LegalInput)
                && !(sent.purpose() instanceof Purpose.OtherForm)
                && !(sent.purpose() instanceof Purpose.ReadBack)
                && !(sent.purpose() instanceof Purpose.OtherMethod);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        if (exchange.accepted() || status < 400 || status >= 500) {
            return new Outcome.NotApplicable("status " + status + " is not a client error");
        }
        if (LongKeys.isTooLong(exchange)) {
            return new Outcome.NotApplicable(
                    "status " + status + " may come from a proxy that limits the length of headers");
        }
        if (exchange.response().mediaType().equals(PROBLEM)) {
            return new Outcome.NotApplicable(
                    "the body has the format of RFC 9457 (problem details), which replaces PostHog's error body");
        }
        var documented = exchange.sent().operation().response(status).flatMap(r -> r.json());
        if (documented.isEmpty()) {
            return new Outcome.NotApplicable("no body is documented for status " + status);
        }
        if (!exchange.response().mediaType().equals(MediaType.JSON)) {
            return Outcome.failed(
                    "header Content-Type",
                    MediaType.JSON,
                    exchange.response().header("content-type").orElse("absent"));
        }
        return Bodies.judge(exchange, documented.get().schema(), evidence);
    }
}
