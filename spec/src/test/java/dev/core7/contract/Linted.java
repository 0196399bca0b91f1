package dev.core7.contract;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A document under lint: as records, and as the nodes of its file. */
record Linted(Contract contract, YamlNode root) {
    static Linted of(String yaml) {
        var contract = ContractReader.parse(yaml.getBytes(StandardCharsets.UTF_8), "openapi.yaml");
        return new Linted(contract, YamlNode.parse(yaml, "openapi.yaml"));
    }

    Stream<Operation> operations() {
        return contract.operations().stream();
    }

    /** Where an operation stands in the file. */
    YamlNode node(Operation operation) {
        var item = JsonPointer.child("/paths", operation.path());
        return root.at(JsonPointer.child(item, operation.method().toLowerCase(Locale.ROOT)))
                .orElseThrow();
    }

    /** Where an answer of an operation stands in the file, behind its {@code $ref}. */
    YamlNode answer(Operation operation, Response response) {
        return follow(node(operation).at("/responses/" + response.status()).orElseThrow());
    }

    /** Every answer of an operation. */
    static Stream<Response> answers(Operation operation) {
        return Stream.concat(Stream.of(operation.success()), operation.errors().values().stream());
    }

    YamlNode follow(YamlNode node) {
        var target = node;
        while (target.field("$ref").isPresent()) {
            target = root.at(target.need("$ref", "").text().substring(1)).orElseThrow();
        }
        return target;
    }

    /** A schema and every schema below it, each once, by pointer. */
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

    /** Every schema of an answer's body: of each media type, and of what is observed where the page shows none. */
    static Stream<Schema> schemas(Response response) {
        return Stream.concat(response.content().values().stream().map(MediaType::schema), response.observed().stream());
    }
}
