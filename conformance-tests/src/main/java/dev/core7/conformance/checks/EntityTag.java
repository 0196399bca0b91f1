package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A strong validator differs if the representation differs (RFC 9110 §8.8.1). */
@AutoService(Check.class)
public final class EntityTag implements Check {
    private static final int OK = 200;

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public String id() {
        return "entity-tag";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the header ETag changes when the response to the same request changes (RFC 9110 §8.8.1)";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.LastLook || sent.purpose() instanceof Purpose.ReadBack;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var tag = strongTag(exchange);
        var others = tag.isEmpty() ? List.<Exchange>of() : otherRepresentations(exchange, evidence);
        if (others.isEmpty()) {
            return new Outcome.NotApplicable(
                    tag.isEmpty()
                            ? "the response has no strong validator in the header ETag"
                            : "no other response to the same request has another body");
        }
        return others.stream().anyMatch(other -> strongTag(other).equals(tag))
                ? Outcome.failed(
                        "header ETag",
                        "another validator than that of an earlier response with another body",
                        tag.get())
                : Outcome.passed();
    }

    /** The responses to the same request with the same key that have a strong validator and another body. */
    private static List<Exchange> otherRepresentations(Exchange exchange, Evidence evidence) {
        return evidence.exchanges().stream()
                .filter(other -> strongTag(other).isPresent())
                .filter(other ->
                        other.request().path().equals(exchange.request().path()))
                .filter(other ->
                        other.request().headers().equals(exchange.request().headers()))
                .filter(other ->
                        Objects.equals(other.request().key(), exchange.request().key()))
                .filter(other -> !Arrays.equals(
                        other.response().body(), exchange.response().body()))
                .toList();
    }

    private static Optional<String> strongTag(Exchange exchange) {
        boolean isComplete = exchange.request().method().equals("GET")
                && exchange.response().status() == OK
                && !exchange.response().oversized();
        return exchange.response().header("etag").filter(tag -> isComplete && tag.startsWith("\""));
    }
}
