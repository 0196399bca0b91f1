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
import dev.core7.contract.Json;
import java.util.ArrayList;

/** A JSON body is written so that all parsers read the same value. */
@AutoService(Check.class)
public final class JsonText implements Check {
    @Override
    public String id() {
        return "json-text";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "names in JSON objects are unique, and the body has no byte order mark (RFC 8259 §4, §8.1)";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented && Bodies.asksForJson(sent);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var response = exchange.response();
        if (!exchange.accepted() || response.isEmpty()) {
            return new Outcome.NotApplicable("the response has no JSON body");
        }
        try {
            response.json();
        } catch (Json.NotJsonException e) {
            return new Outcome.NotApplicable("the body is not JSON; response-body reports that");
        }
        var findings = new ArrayList<Finding>();
        if (response.text().startsWith("\uFEFF")) {
            findings.add(new Finding("body", "no byte order mark", "a byte order mark"));
        }
        Json.repeatedName(response.text())
                .ifPresent(name -> findings.add(new Finding("body", "unique names in each object", name)));
        return Outcome.of(findings);
    }
}
