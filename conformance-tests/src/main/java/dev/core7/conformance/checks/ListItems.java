package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;

/** A list has items, because an empty list proves nothing about their shape. */
@AutoService(Check.class)
public final class ListItems implements Check {
    @Override
    public String id() {
        return "list-items";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the list contains at least one item, so that the shape of items can be judged";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && Bodies.asksForJson(sent)
                && sent.operation().success().json().stream()
                        .anyMatch(json -> json.schema().properties().containsKey("results"));
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        try {
            if (!exchange.accepted() || !(exchange.response().json() instanceof Map<?, ?> body)) {
                return new Outcome.NotApplicable("the response has no list; status-code or response-body reports that");
            }
            if (!(body.get("results") instanceof List<?> items)) {
                return new Outcome.NotApplicable("the response has no list; response-body reports that");
            }
            return items.isEmpty() && evidence.showsNoItem(exchange.sent().operation())
                    ? new Outcome.NotProven(
                            "the list is empty: create an object in the target's project that this operation lists")
                    : Outcome.passed();
        } catch (Json.NotJsonException e) {
            return new Outcome.NotApplicable("the body is not JSON; response-body reports that");
        }
    }
}
