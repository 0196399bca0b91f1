package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;

/** The response body matches the documented schema at every depth. */
@AutoService(Check.class)
public final class ResponseBody implements Check {
    @Override
    public String id() {
        return "response-body";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the response body has the shape of the page's example";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented()
                && sent.operation().success().json().isPresent();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("the request was not accepted");
        }
        if (!exchange.response().mediaType().equals(MediaType.JSON) && !Bodies.asksForJson(exchange)) {
            return new Outcome.NotApplicable("the request did not ask for JSON");
        }
        Schema schema =
                exchange.sent().operation().success().json().orElseThrow().schema();
        return Bodies.judge(exchange, schema, evidence);
    }
}
