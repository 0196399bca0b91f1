package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * On the only page of a list without a search, the count is the number of its items. Other clients may change the list between the
 * two queries of a server, so a response is wrong only if the two before it were wrong in the same direction.
 */
@AutoService(Check.class)
public final class CountOfItems implements Check {
    private static final int CONFIRMATIONS = 2;

    @Override
    public String id() {
        return "count-of-items";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the count on the only page of a list is the number of its items";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.LastLook
                && sent.called().success().json().stream()
                        .anyMatch(json -> json.schema().properties().keySet().containsAll(List.of("count", "results")));
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var excess = excess(exchange);
        if (excess.isEmpty()) {
            return new Outcome.NotApplicable("the list has no count or further pages");
        }
        String path = Paths.withoutQuery(exchange.request().path());
        var before = evidence.exchanges().stream()
                .takeWhile(other -> other != exchange)
                .filter(other -> other.request().method().equals("GET")
                        && other.request().path().equals(path))
                .map(CountOfItems::excess)
                .flatMap(Optional::stream)
                .toList();
        boolean isConfirmed = before.size() >= CONFIRMATIONS
                && before.subList(before.size() - CONFIRMATIONS, before.size()).stream()
                        .allMatch(other -> Integer.signum(other) == Integer.signum(excess.get()));
        if (excess.get() != 0 && !isConfirmed) {
            return new Outcome.NotApplicable("the list may have changed while the server read it");
        }
        var body = exchange.acceptedObject().orElse(Map.of());
        return excess.get() == 0
                ? Outcome.passed()
                : Outcome.of(List.of(new Finding(
                        "/count",
                        items(body).map(List::size).orElse(0) + ", because the only page has that many items",
                        String.valueOf(body.get("count")))));
    }

    /** By how much the count exceeds the number of items on an only page. */
    private static Optional<Integer> excess(Exchange exchange) {
        return exchange.acceptedObject()
                .filter(body -> body.get("next") == null && body.get("previous") == null)
                .flatMap(body -> items(body)
                        .filter(items -> body.get("count") instanceof Integer)
                        .map(items -> (Integer) body.get("count") - items.size()));
    }

    private static Optional<List<?>> items(Map<?, ?> body) {
        return body.get("results") instanceof List<?> items ? Optional.of(items) : Optional.empty();
    }
}
