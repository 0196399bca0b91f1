package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lint rules for examples: every body has a valid example, and the schema names all properties of the example. */
final class ExampleRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "response-example", ExampleRules::responseExample,
            "request-json", ExampleRules::requestJson,
            "request-example", ExampleRules::requestExample,
            "valid-response", ExampleRules::validAnswer,
            "valid-request", ExampleRules::validRequest,
            "named-properties", ExampleRules::namedProperties);

    private ExampleRules() {}

    private static Stream<String> responseExample(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.success().content().values().stream()
                        .filter(body -> body.examples().isEmpty())
                        .map(body -> operation.id() + ": add an example of " + body.name() + " to the response "
                                + operation.success().status()));
    }

    private static Stream<String> requestJson(LintedDocument linted) {
        return linted.operations()
                .filter(o -> linted.node(o).field("requestBody").isPresent()
                        && o.body().isEmpty())
                .map(o -> o.id() + ": describe the request body as application/json");
    }

    private static Stream<String> requestExample(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.body().stream()
                        .filter(body -> linted.root()
                                .at(body.schema().pointer().replaceFirst("/schema$", "/examples"))
                                .isEmpty())
                        .map(body -> operation.id() + ": add a named example to the request body"));
    }

    private static Stream<String> validAnswer(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> LintedDocument.responses(operation)
                        .flatMap(response -> response.content().values().stream()
                                .flatMap(body ->
                                        invalid(operation.id() + ": the response " + response.status(), body))));
    }

    private static Stream<String> validRequest(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation ->
                        operation.body().stream().flatMap(body -> invalid(operation.id() + ": the request", body)));
    }

    private static Stream<String> invalid(String whose, MediaType body) {
        return body.examples().stream()
                .flatMap(example -> body.schema().violations(example.value()).stream()
                        .map(v -> whose + ", example " + example.name() + v.where() + ": write " + v.expected()
                                + ", not " + v.actual()));
    }

    private static Stream<String> namedProperties(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.success().content().values().stream()
                        .flatMap(body -> body.examples().stream()
                                .flatMap(example -> unnamed(body.schema(), example.value(), "")
                                        .map(where -> operation.id() + ": the response "
                                                + operation.success().status() + ", example " + example.name() + where
                                                + ": name the property in the schema"))));
    }

    /** Returns pointers to properties of an example that its schema does not name, unless the schema has no properties. */
    private static Stream<String> unnamed(Schema schema, @Nullable Object value, String where) {
        if (value instanceof List<?> list) {
            return schema.items().stream()
                    .flatMap(items -> Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                            .flatMap(i -> unnamed(items, list.get(i), where + "/" + i)));
        }
        var properties = schema.properties();
        if (!(value instanceof Map<?, ?> map) || properties.isEmpty()) {
            return Stream.empty();
        }
        return map.entrySet().stream().flatMap(entry -> {
            var below = JsonPointer.child(where, entry.getKey());
            var property = properties.get(entry.getKey().toString());
            return property == null ? Stream.of(below) : unnamed(property, entry.getValue(), below);
        });
    }
}
