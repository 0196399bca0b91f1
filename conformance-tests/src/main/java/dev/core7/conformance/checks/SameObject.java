package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.math.BigDecimal;
import java.util.Map;

/** The response describes the object whose id is in the path. */
@AutoService(Check.class)
public final class SameObject implements Check {
    @Override
    public String id() {
        return "same-object";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the response describes the object whose id is in the path";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.Documented
                && sent.operation().path().endsWith("/{id}/")
                && sent.operation().success().json().isPresent();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        try {
            if (!exchange.accepted() || !(exchange.response().json() instanceof Map<?, ?> body)) {
                return new Outcome.NotApplicable(
                        "the response has no object; status-code or response-body reports that");
            }
            var segments = Paths.withoutQuery(exchange.request().path()).split("/");
            String requested = segments[segments.length - 1];
            Object id = body.get("id");
            if (id == null) {
                return new Outcome.NotApplicable("the response has no id; response-body reports that");
            }
            return isSame(requested, id) ? Outcome.passed() : Outcome.failed("/id", requested, id.toString());
        } catch (Json.NotJsonException e) {
            return new Outcome.NotApplicable("the body is not JSON; response-body reports that");
        }
    }

    /** Compares ids as JSON does: the numbers 5, 5.0 and 5e0 are the same id. */
    private static boolean isSame(String requested, Object id) {
        return id instanceof BigDecimal number && requested.matches("\\d{1,19}")
                ? number.compareTo(new BigDecimal(requested)) == 0
                : requested.equals(id.toString());
    }
}
