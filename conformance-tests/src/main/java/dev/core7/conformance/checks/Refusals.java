package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import java.util.Set;

/** When a refusal counts: it is one, it is bound to its reason, and the same request with the right key was accepted. */
final class Refusals {
    private static final Set<Integer> BOUND = Set.of(401, 403, 404);

    private Refusals() {}

    static Outcome judge(Exchange exchange, Evidence evidence, String expected) {
        int status = exchange.response().status();
        if (exchange.accepted()) {
            return Outcome.failed("status", expected, status + " " + Bodies.excerpt(exchange.response()));
        }
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        if (tellsAllTheSame(exchange)) {
            return Outcome.failed(
                    "body", expected, status + " with what was asked for: " + Bodies.excerpt(exchange.response()));
        }
        if (!BOUND.contains(status) && !isMalformedKey(exchange, status)) {
            return new Outcome.NotProven("answered " + status + ", which is not a refusal of the key");
        }
        if (exchange.response().mediaType().contains("html")
                && !exchange.response().isEmpty()) {
            return new Outcome.NotProven("the " + status + " is an HTML page: a proxy or firewall may have answered");
        }
        Key key = exchange.sent().key();
        boolean isGivenOut = key != null && !(exchange.sent().purpose() instanceof Purpose.UnknownKey);
        if (status == 401 && isGivenOut && !evidence.isKnown(key)) {
            return new Outcome.NotProven("the 401 may mean that the server does not know the key " + key
                    + " at all: check its value in the target file");
        }
        if (evidence.twin(exchange.sent()).isEmpty()) {
            return new Outcome.NotProven(
                    evidence.whyNoTwin(exchange.sent())
                            .orElse(
                                    "the same request with the right key was not accepted either, so the refusal shows nothing"));
        }
        return Outcome.passed();
    }

    /** Whether a refusal carries the documented answer: the status alone keeps nothing from anybody. */
    private static boolean tellsAllTheSame(Exchange exchange) {
        try {
            Object body = exchange.response().json();
            return exchange.sent().operation().success().json().stream()
                    .anyMatch(json -> json.schema().violations(body).isEmpty());
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    /** Credentials that are no key at all may be told so (RFC 6750 §3.1); the twin shows that nothing else is wrong. */
    private static boolean isMalformedKey(Exchange exchange, int status) {
        return status == 400 && exchange.sent().purpose() instanceof Purpose.UnknownKey;
    }
}
