package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;

/**
 * If the page shows no body, a server may send one, but a body that it calls JSON must be JSON. Where the page shows the body,
 * {@code response-body} judges it.
 */
@AutoService(Check.class)
public final class JsonReadable implements Check {
    @Override
    public String id() {
        return "json-readable";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a response body that the page does not show, and that is called JSON, is JSON";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented()
                && sent.called().success().observed().isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var response = exchange.response();
        boolean isJson = response.mediaType().equals(MediaType.JSON);
        if (!exchange.isAcceptedCall() || response.isEmpty() || response.oversized() || !isJson) {
            return new Outcome.NotApplicable("the response has no body that is called JSON");
        }
        try {
            response.json();
            return Outcome.passed();
        } catch (Json.NotJsonException e) {
            return Outcome.failed(
                    "body",
                    "a JSON document, because its media type is " + MediaType.JSON,
                    Bodies.excerpt(response) + " – " + e.getMessage());
        }
    }
}
