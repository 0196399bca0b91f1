package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import java.util.Map;
import java.util.Set;

/** A write with unusual but legal values gets the documented status. The page shows the types, but no limits of length. */
@AutoService(Check.class)
public final class LegalValuesAccepted implements Check {
    private static final Set<Integer> TOO_LONG = Set.of(400, 413, 422);

    @Override
    public String id() {
        return "legal-values-accepted";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        var input = (Purpose.LegalInput) sent.purpose();
        return "a request with legal values of " + input.fields() + " gets status "
                + sent.operation().success().status();
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.LegalInput && !sent.operation().isSafe();
    }

    @Override
    public Outcome judge(Unanswered request, Evidence evidence) {
        return StatusCode.compare(request);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        int status = exchange.response().status();
        return TOO_LONG.contains(status) && hasLongestText(exchange)
                ? new Outcome.NotApplicable("the request contains a text of the contract's maximum length,"
                        + " and the page does not say which lengths a server accepts")
                : StatusCode.compare(exchange);
    }

    private static boolean hasLongestText(Exchange exchange) {
        var properties =
                exchange.sent().operation().body().orElseThrow().schema().properties();
        try {
            return Json.parse(exchange.request().bodyBytes().orElse(new byte[0])) instanceof Map<?, ?> fields
                    && properties.entrySet().stream()
                            .anyMatch(field -> fields.get(field.getKey()) instanceof String text
                                    && field.getValue().keyword("maxLength") instanceof Integer length
                                    && text.length() >= length);
        } catch (Json.NotJsonException e) {
            return false;
        }
    }
}
