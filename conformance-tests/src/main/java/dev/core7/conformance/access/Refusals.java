package dev.core7.conformance.access;

import dev.core7.conformance.checks.Bodies;
import dev.core7.conformance.checks.LongKeys;
import dev.core7.conformance.checks.RateLimit;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import java.util.Set;

/**
 * Judges refusals. A refusal counts only if its status and body show that the key is the reason, and if the same request with the
 * right key was accepted.
 */
final class Refusals {
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);

    private Refusals() {}

    static Outcome judge(Exchange exchange, Evidence evidence, String expected) {
        int status = exchange.response().status();
        if (exchange.accepted()) {
            return Outcome.failed("status", expected, status + " " + Bodies.excerpt(exchange.response()));
        }
        if (RateLimit.isHit(exchange)) {
            return RateLimit.NOT_PROVEN;
        }
        if (LongKeys.isTooLong(exchange)) {
            return new Outcome.NotApplicable(
                    "status " + status + ": the server or a proxy limits the length of headers and URLs");
        }
        if (containsData(exchange)) {
            return Outcome.failed(
                    "body", expected, status + ", but with the requested data: " + Bodies.excerpt(exchange.response()));
        }
        if (!REFUSALS.contains(status) && !isMalformedKey(exchange, status)) {
            return new Outcome.NotProven(
                    "status " + status + " does not prove a refusal: the server should return 401, 403 or 404");
        }
        if (exchange.response().mediaType().contains("html")
                && !exchange.response().isEmpty()) {
            return new Outcome.NotProven(
                    "the " + status + " response is an HTML page, possibly from a proxy or firewall:"
                            + " send the requests directly to the server");
        }
        Key key = exchange.sent().key();
        boolean isIssued = key != null && !(exchange.sent().purpose() instanceof Purpose.UnknownKey);
        if (status == 401 && isIssued && !evidence.isKnown(key)) {
            return new Outcome.NotProven("the 401 may mean that the server does not know the key " + key
                    + ": check its value in the target file");
        }
        if (evidence.twin(exchange.sent()).isEmpty()) {
            return new Outcome.NotProven(evidence.whyNoTwin(exchange.sent())
                    .orElse(
                            "the same request with the right key was not accepted either, so the refusal proves nothing:"
                                    + " make the documented request succeed first"));
        }
        return Outcome.passed();
    }

    /** Returns whether a refusal contains the data that it should withhold: a body of the documented shape. */
    static boolean containsData(Exchange exchange) {
        try {
            Object body = exchange.response().json();
            return exchange.sent().operation().success().json().stream()
                    .anyMatch(json -> json.schema().violations(body).isEmpty());
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    /**
     * Returns whether malformed credentials were refused with 400 (RFC 6750 §3.1). The accepted request proves that
     * nothing else is wrong.
     */
    private static boolean isMalformedKey(Exchange exchange, int status) {
        return status == 400 && exchange.sent().purpose() instanceof Purpose.UnknownKey;
    }
}
