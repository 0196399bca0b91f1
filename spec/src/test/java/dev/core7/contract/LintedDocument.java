package dev.core7.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A document to lint, as records and as the nodes of its file. */
record LintedDocument(Contract contract, YamlNode root) {
    static LintedDocument of(String yaml) {
        var contract = ContractReader.parse(yaml.getBytes(StandardCharsets.UTF_8), "openapi.yaml");
        return new LintedDocument(contract, YamlNode.parse(yaml, "openapi.yaml"));
    }

    Stream<Operation> operations() {
        return contract.operations().stream();
    }

    /** Returns the node of an operation. */
    YamlNode node(Operation operation) {
        var item = JsonPointer.child("/paths", operation.path());
        return root.at(JsonPointer.child(item, operation.method().toLowerCase(Locale.ROOT)))
                .orElseThrow();
    }

    /** Returns the node of a response, with its {@code $ref} resolved. */
    YamlNode node(Operation operation, Response response) {
        return follow(node(operation).at("/responses/" + response.status()).orElseThrow());
    }

    /** Returns all responses of an operation. */
    static Stream<Response> responses(Operation operation) {
        return Stream.concat(Stream.of(operation.success()), operation.errors().values().stream());
    }

    YamlNode follow(YamlNode node) {
        var target = node;
        while (target.field("$ref").isPresent()) {
            target = root.at(target.need("$ref", "").text().substring(1)).orElseThrow();
        }
        return target;
    }

    /** Returns a schema and all schemas below it by pointer, each once. */
    Map<String, YamlNode> below(Schema schema) {
        var found = new LinkedHashMap<String, YamlNode>();
        collect(root.at(schema.pointer()).orElseThrow(), found);
        return found;
    }

    private void collect(YamlNode schema, Map<String, YamlNode> found) {
        var node = follow(schema);
        if (found.put(node.pointer(), node) != null) {
            return;
        }
        for (String keyword : List.of("items", "additionalProperties", "not")) {
            node.field(keyword).ifPresent(child -> collect(child, found));
        }
        for (String keyword : List.of("anyOf", "oneOf", "allOf")) {
            node.field(keyword).ifPresent(children -> children.items().forEach(child -> collect(child, found)));
        }
        node.field("properties")
                .ifPresent(children -> children.fields().values().forEach(child -> collect(child, found)));
    }

    /** Returns the schemas of a response's bodies, including {@code x-observed-body}. */
    static Stream<Schema> schemas(Response response) {
        return Stream.concat(response.content().values().stream().map(MediaType::schema), response.observed().stream());
    }
}
