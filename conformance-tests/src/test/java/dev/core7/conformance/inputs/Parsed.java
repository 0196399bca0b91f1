package dev.core7.conformance.inputs;

import dev.core7.contract.Json;
import dev.core7.contract.Schema;
import java.util.Objects;

/** Schemas and values from JSON with single quotes. */
final class Parsed {
    private Parsed() {}

    static Schema schema(String json) {
        return Schema.document(value(json));
    }

    static Object value(String json) {
        try {
            return Objects.requireNonNull(Json.parse(json.replace('\'', '"')));
        } catch (Json.NotJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
