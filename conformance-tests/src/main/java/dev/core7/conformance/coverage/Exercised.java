package dev.core7.conformance.coverage;

import dev.core7.conformance.coverage.Item.Kind;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.HashSet;
import java.util.Set;

/** A form of an item that a request or its response contains. */
record Exercised(Kind kind, String name, String form) {
    /** The status of a request without a response. */
    private static final String NONE = "none";

    /** Returns everything that an attempt exercises of the operation that it calls. */
    static Set<Exercised> of(Operation operation, Attempt attempt) {
        var found = new HashSet<Exercised>();
        new SentForms(operation, attempt.request(), (kind, name, form) -> found.add(new Exercised(kind, name, form)))
                .collect();
        found.add(new Exercised(Kind.STATUS, status(attempt), Usage.VALUE));
        if (attempt instanceof Exchange exchange && exchange.accepted()) {
            received(operation, exchange, found);
        }
        return found;
    }

    private static void received(Operation operation, Exchange exchange, Set<Exercised> found) {
        if (!exchange.response().mediaType().isEmpty()) {
            found.add(new Exercised(Kind.RESPONSE_TYPE, exchange.response().mediaType(), Usage.VALUE));
        }
        operation.success().json().map(MediaType::schema).ifPresent(schema -> {
            try {
                Fields.forms(
                        schema,
                        exchange.response().json(),
                        (name, form) -> found.add(new Exercised(Kind.RESPONSE_FIELD, name, form)));
            } catch (Json.NotJsonException e) {
                // A body that is not JSON shows no field.
            }
        });
    }

    static String status(Attempt attempt) {
        return attempt instanceof Exchange exchange
                ? String.valueOf(exchange.response().status())
                : NONE;
    }
}
