package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** A response does not repeat the key of its request, because logs and caches keep responses (RFC 6750 §5). */
@AutoService(Check.class)
public final class KeyNotDisclosed implements Check {
    @Override
    public String id() {
        return "key-not-disclosed";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the response does not contain the key of the request (RFC 6750 §5)";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.key() != null
                && (sent.purpose() instanceof Purpose.Documented
                        || sent.purpose() instanceof Purpose.LacksScope
                        || sent.purpose() instanceof Purpose.ForeignKey
                        || movesKey(sent));
    }

    /** Whether a documented request has its key in the query or the body, which a server may store or repeat. */
    private static boolean movesKey(Case sent) {
        return sent.purpose() instanceof Purpose.OtherForm other
                && other.plain().isDocumented()
                && other.movesKey();
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        String where = exchange.response().keyShownIn();
        if (!where.isEmpty()) {
            return Outcome.failed(where, "no key", "the key of the request");
        }
        return exchange.sent().purpose() instanceof Purpose.Documented
                ? ofOthers(exchange.sent(), evidence)
                : Outcome.passed();
    }

    /**
     * Judges the other requests of the operation, such as those for the pages of a list: some responses repeat a key only in links
     * to other pages. Requests that have a result of their own are left out.
     */
    private Outcome ofOthers(Case documented, Evidence evidence) {
        return evidence.exchanges().stream()
                .filter(other -> other.sent().operation().equals(documented.operation()))
                .filter(other -> !other.response().keyShownIn().isEmpty() && !concerns(other.sent()))
                .findFirst()
                .map(other -> Outcome.failed(
                        other.response().keyShownIn() + " of " + other.request().method() + " "
                                + other.request().path(),
                        "no key",
                        "the key of the request"))
                .orElseGet(Outcome::passed);
    }
}
