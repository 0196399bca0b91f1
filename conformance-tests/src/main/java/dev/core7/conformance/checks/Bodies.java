package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that several checks of response bodies use. */
public final class Bodies {
    private static final int MAX_MIB = Transport.MAX_BODY / (1024 * 1024);

    private Bodies() {}

    /** Returns whether the request asked for JSON. */
    static boolean asksForJson(Exchange exchange) {
        return asksForJson(exchange.sent());
    }

    /** Returns whether the case asks for JSON. */
    static boolean asksForJson(Case sent) {
        return sent.purpose() instanceof Purpose.LegalInput
                || sent.purpose() instanceof Purpose.Documented documented
                        && documented.mediaType().equals(MediaType.JSON);
    }

    /** Returns the beginning of a body on one line, for a finding. */
    public static String excerpt(Response response) {
        return response.isEmpty() ? "(no body)" : JsonValues.cut(response.text().replaceAll("\\s+", " "));
    }

    /**
     * Compares a body with a schema. Fields marked {@code x-own-only} are only judged in objects that the run created, and not if
     * the server has accepted bad input for the object, because it may show what it was sent.
     */
    static Outcome judge(Exchange exchange, Schema schema, Evidence evidence) {
        var response = exchange.response();
        if (response.isEmpty()) {
            return Outcome.failed("body", "a JSON document", "no body");
        }
        if (response.oversized()) {
            return Outcome.failed("body", "at most " + MAX_MIB + " MiB", "more than " + MAX_MIB + " MiB");
        }
        try {
            Object json = response.json();
            return Outcome.of(schema.violations(json).stream()
                    .filter(violation -> !concernsOthersOnly(violation, json, schema, exchange, evidence))
                    .map(violation -> Finding.in(json, violation.where(), violation.expected(), violation.actual()))
                    .toList());
        } catch (Json.NotJsonException e) {
            return Outcome.failed("body", "a JSON document", excerpt(response) + " – " + e.getMessage());
        }
    }

    private static boolean hasTakenBadInput(@Nullable Object value, Evidence evidence) {
        var id = Paths.id(value);
        return id.isPresent()
                && evidence.exchanges().stream()
                        .filter(e -> e.sent().purpose() instanceof Purpose.BadInput && e.accepted())
                        .anyMatch(e -> e.request().path().contains("/" + id.get() + "/")
                                || e.acceptedObject()
                                        .flatMap(body -> Paths.id(body.get("id")))
                                        .equals(id));
    }

    /** Returns whether a violation lies inside a field marked {@code x-own-only} that is not judged in this object. */
    private static boolean concernsOthersOnly(
            Violation violation, @Nullable Object json, Schema schema, Exchange exchange, Evidence evidence) {
        Object value = json;
        Schema at = schema;
        for (String token : JsonPointer.tokens(violation.where())) {
            Schema below = value instanceof List
                    ? at.items().orElse(null)
                    : at.properties().get(token);
            if (below == null) {
                return false;
            }
            if (below.flag("x-own-only") && value instanceof Map<?, ?> object && object.containsKey(token)) {
                return !evidence.isOwn(exchange.sent().called(), object.get("id"))
                        || hasTakenBadInput(object.get("id"), evidence);
            }
            value = JsonPointer.find(value, JsonPointer.child("", token));
            at = below;
        }
        return false;
    }
}
