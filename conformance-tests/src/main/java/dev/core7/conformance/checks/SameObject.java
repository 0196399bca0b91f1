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
import java.math.BigDecimal;
import java.util.Map;

/** The object that was asked for is the one that is answered. */
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
        return "the answer is about the object in the path";
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
                return new Outcome.NotApplicable("no object was answered: status-code or response-body says so");
            }
            var segments = exchange.request().path().split("\\?")[0].split("/");
            String asked = segments[segments.length - 1];
            Object id = body.get("id");
            if (id == null) {
                return new Outcome.NotApplicable("no id: response-body says so");
            }
            return isSame(asked, id) ? Outcome.passed() : Outcome.failed("/id", asked, id.toString());
        } catch (Json.NotJsonException e) {
            return new Outcome.NotApplicable("not JSON: response-body says so");
        }
    }

    /** JSON knows one kind of number: 5, 5.0 and 5e0 are the same id. */
    private static boolean isSame(String asked, Object id) {
        return id instanceof BigDecimal number && asked.matches("\\d{1,19}")
                ? number.compareTo(new BigDecimal(asked)) == 0
                : asked.equals(id.toString());
    }
}
