package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * After an object was deleted, another one is still there to be deleted. If it is not, an earlier run may have deleted it, so that
 * nothing is proven.
 */
@AutoService(Check.class)
public final class OthersNotDeleted implements Check {
    private static final Set<Integer> GONE = Set.of(404, 410);

    @Override
    public String id() {
        return "others-not-deleted";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "a DELETE removes no other object than the one in its path";
    }

    @Override
    public boolean concerns(Case sent) {
        var operation = sent.operation();
        boolean isUsual = sent.purpose() instanceof Purpose.Documented || sent.purpose() instanceof Purpose.Step;
        return isUsual
                && operation.method().equals("DELETE")
                && operation.success().status() / 100 == 2;
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var before = before(exchange, evidence);
        var deleted = before.stream()
                .filter(e -> isDeletion(e) && !path(e).equals(path(exchange)))
                .findFirst();
        boolean isKnown = before.stream().anyMatch(e -> path(e).equals(path(exchange)))
                || evidence.exchanges().stream()
                        .anyMatch(e -> e != exchange
                                && e.sent().called().equals(exchange.sent().called())
                                && isDeletion(e)
                                && path(e).equals(path(exchange)));
        if (deleted.isEmpty() || isKnown) {
            return new Outcome.NotApplicable("the run has deleted no other object, or this one as well");
        }
        if (isDeletion(exchange)) {
            return Outcome.passed();
        }
        return GONE.contains(exchange.response().status())
                ? new Outcome.NotProven(path(exchange) + " does not exist, so it is unknown whether the DELETE of "
                        + path(deleted.get()) + " removed it, too: name only objects in fixtures that exist")
                : new Outcome.NotApplicable(
                        "status " + exchange.response().status() + " does not show whether it exists");
    }

    /** The usual requests of the same operation that the same machine sent before. */
    private List<Exchange> before(Exchange exchange, Evidence evidence) {
        for (List<? extends Attempt> shard : evidence.shards()) {
            int end = shard.indexOf(exchange);
            if (end >= 0) {
                var before = new ArrayList<Exchange>();
                for (Attempt attempt : shard.subList(0, end)) {
                    if (attempt instanceof Exchange earlier
                            && earlier.sent().operation().equals(exchange.sent().operation())
                            && concerns(earlier.sent())) {
                        before.add(earlier);
                    }
                }
                return before;
            }
        }
        return List.of();
    }

    private static boolean isDeletion(Exchange exchange) {
        return exchange.request().method().equals("DELETE")
                && exchange.response().status() / 100 == 2;
    }

    private static String path(Exchange exchange) {
        return Paths.withoutSlash(Paths.withoutQuery(exchange.request().path()));
    }
}
