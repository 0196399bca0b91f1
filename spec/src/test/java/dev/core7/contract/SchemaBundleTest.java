package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SchemaBundleTest {
    private final SchemaBundle bundle = new SchemaBundle();

    private Map<String, ?> copy(String operation) {
        var body = ContractReader.bundled().operation(operation).orElseThrow().body();
        return bundle.add(body.orElseThrow().schema());
    }

    @Test
    void copies_and_their_definitions_are_a_document_of_their_own() {
        var document = new LinkedHashMap<String, Object>(copy("cohorts_create"));
        document.put("$defs", bundle.definitions());
        var schema = Schema.document(document);
        String leaf = "{\"type\": \"person\", \"key\": \"email\", \"value\": \"a\", \"operator\": \"exact\"}";
        assertThat(schema.violations(filters("{\"type\": \"OR\", \"values\": [" + leaf + "]}")))
                .isEmpty();
        assertThat(schema.violations(filters("{\"type\": \"OR\", \"values\": [{\"type\": \"OR\", \"values\": 5}]}")))
                .isNotEmpty();
    }

    private static Object filters(String properties) {
        try {
            return Objects.requireNonNull(Json.parse("{\"filters\": {\"properties\": " + properties + "}}"));
        } catch (Json.NotJsonException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void extensions_are_left_out_and_fields_of_their_name_are_not() {
        var schema = Schema.document(Map.of(
                "type", "object",
                "x-free-text", true,
                "example", Map.of(),
                "properties", Map.of("x-y", Map.of("type", "string", "x-order", "a"), "example", Map.of()),
                "default", Map.of("x-z", 1)));
        assertThat(bundle.add(schema))
                .isEqualTo(Map.of(
                        "type", "object",
                        "properties", Map.of("x-y", Map.of("type", "string"), "example", Map.of()),
                        "default", Map.of("x-z", 1)));
    }
}
