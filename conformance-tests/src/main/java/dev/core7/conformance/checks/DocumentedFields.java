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
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A response contains the fields that the page shows, including those that older versions of PostHog lack. */
@AutoService(Check.class)
public final class DocumentedFields implements Check {
    @Override
    public String id() {
        return "documented-fields";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the response has every field of the page's example, including recent ones";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && sent.operation().success().json().isPresent()
                && Bodies.asksForJson(sent);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotApplicable("the request was not accepted");
        }
        try {
            var findings = new ArrayList<Finding>();
            var schema =
                    exchange.sent().operation().success().json().orElseThrow().schema();
            var body = exchange.response().json();
            look(body, body, schema, "", findings);
            return Outcome.of(findings);
        } catch (Json.NotJsonException e) {
            return new Outcome.NotApplicable("the body is not JSON; response-body reports that");
        }
    }

    private static void look(
            @Nullable Object body, @Nullable Object value, Schema schema, String at, List<Finding> findings) {
        if (value instanceof Map<?, ?> map) {
            schema.properties().forEach((name, property) -> {
                var since = property.text("x-absent-before");
                if (map.containsKey(name)) {
                    look(body, map.get(name), property, JsonPointer.child(at, name), findings);
                } else if (since.isPresent()) {
                    findings.add(Finding.in(
                            body,
                            JsonPointer.child(at, name),
                            "present (PostHog has it since " + since.get() + ")",
                            "absent"));
                }
            });
        } else if (value instanceof List<?> list && schema.items().isPresent()) {
            for (int i = 0; i < list.size(); i++) {
                look(body, list.get(i), schema.items().get(), JsonPointer.child(at, i), findings);
            }
        }
    }
}
