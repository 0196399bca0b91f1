package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A response body has the documented media type, or the one that the request asked for. */
@AutoService(Check.class)
public final class ContentType implements Check {
    @Override
    public String id() {
        return "content-type";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the response has the media type " + ((Purpose.Documented) sent.purpose()).mediaType();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && !sent.operation().success().content().isEmpty();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("the request was not accepted");
        }
        if (exchange.response().isEmpty()) {
            return new Outcome.NotApplicable("the response has no body");
        }
        String expected = ((Purpose.Documented) exchange.sent().purpose()).mediaType();
        String actual = exchange.response().header("content-type").orElse("absent");
        return exchange.response().mediaType().equals(expected)
                ? Outcome.passed()
                : Outcome.failed("header Content-Type", expected, actual);
    }
}
