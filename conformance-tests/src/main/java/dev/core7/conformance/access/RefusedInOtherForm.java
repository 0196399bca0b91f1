package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.MediaType;

/** An operation whose documented response is a refusal, such as 405, does nothing in another form of the request either. */
@AutoService(Check.class)
public final class RefusedInOtherForm implements Check {
    @Override
    public String id() {
        return "refused-in-other-form";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "what the page says is not allowed is also refused in the form "
                + ((Purpose.OtherForm) sent.purpose()).form();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.plain().isDocumented()
                && sent.operation().success().isError();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        int expected = exchange.sent().operation().success().status();
        if (status / 100 == 2 && isPage(exchange)) {
            return new Outcome.NotApplicable(
                    "status " + status + " with a page: the server may return it for every path");
        }
        if (status / 100 == 2) {
            return Outcome.failed(
                    "status", expected + " or another refusal", status + " " + Bodies.excerpt(exchange.response()));
        }
        return status / 100 == 4
                ? Outcome.passed()
                : new Outcome.NotApplicable("status " + status + " shows neither a refusal nor an acceptance");
    }

    /** Whether the body is something else than JSON, as a web application returns it for the paths that it does not know. */
    private static boolean isPage(Exchange exchange) {
        String type = exchange.response().mediaType();
        return !exchange.response().isEmpty() && !type.isEmpty() && !type.equals(MediaType.JSON);
    }
}
