package dev.core7.contract;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.serialization.NodeReader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Validates values against the schemas of one document (JSON Schema 2020-12, including formats). */
final class Schemas {
    private static final String DOCUMENT_URI = "https://contract.invalid/document";

    private final Object document;
    private final Map<String, com.networknt.schema.Schema> compiled = new ConcurrentHashMap<>();
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    /** Created for the first validation, because networknt starts slowly. */
    private final Lazy<SchemaRegistry> registry = new Lazy<>(this::createRegistry);

    Schemas(Object document) {
        this.document = document;
    }

    private SchemaRegistry createRegistry() {
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                dialect(),
                builder -> builder.schemaRegistryConfig(config)
                        .schemas(Map.of(DOCUMENT_URI, ""))
                        .nodeReader(new ParsedDocument(Json.tree(document))));
    }

    /** Returns a dialect that ignores the {@code x-…} keywords of the contract; networknt would log a warning for each of them. */
    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
                .build();
    }

    /** Returns the same tree for every schema, because networknt would otherwise read the document again for each. */
    private record ParsedDocument(JsonNode tree) implements NodeReader {
        @Override
        public JsonNode readTree(String text, InputFormat format) {
            return tree;
        }

        @Override
        public JsonNode readTree(InputStream text, InputFormat format) {
            return tree;
        }
    }

    /** Returns the schema at a JSON Pointer; the same instance for each call. */
    Schema at(String pointer) {
        return known.computeIfAbsent(pointer, p -> new Schema(this, p));
    }

    Object document() {
        return document;
    }

    List<Violation> violations(String pointer, @Nullable Object json) {
        var schema = compiled.computeIfAbsent(
                pointer, p -> registry.get().getSchema(SchemaLocation.of(DOCUMENT_URI + "#" + encode(p))));
        var violations = new ArrayList<Violation>();
        for (Error error : UnionErrors.closest(schema.validate(Json.tree(json)))) {
            violations.add(violation(error, json));
        }
        return violations.stream().distinct().toList();
    }

    private static Violation violation(Error error, @Nullable Object json) {
        String at = error.getInstanceLocation().toString();
        String keyword = error.getKeyword();
        if (keyword.equals("required") || keyword.equals("additionalProperties")) {
            boolean absent = keyword.equals("required");
            String where = JsonPointer.child(at, error.getProperty());
            String actual = absent ? "absent" : JsonValues.describe(JsonPointer.find(json, where));
            return new Violation(where, keyword, absent ? "present" : "no such field", actual);
        }
        return new Violation(at, keyword, expected(error), JsonValues.describe(JsonPointer.find(json, at)));
    }

    private static String expected(Error error) {
        Object rule = plain(error.getSchemaNode());
        return switch (error.getKeyword()) {
            case "type" ->
                rule instanceof List<?> types
                        ? String.join(
                                " or ", types.stream().map(String::valueOf).toList())
                        : String.valueOf(rule);
            case "format" -> "format " + rule;
            case "enum" -> "one of " + Json.write(rule);
            case "pattern" -> "text that matches " + rule;
            default -> error.getKeyword() + " " + Json.write(rule);
        };
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        try {
            return node == null ? null : Json.parse(node.toString());
        } catch (Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String pointer) {
        return pointer.replace("%", "%25")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace(" ", "%20");
    }
}
