package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Examples: there is one wherever there is a body, it is valid, and its schema names all it shows. */
final class ExampleRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "answer-example", ExampleRules::answerExample,
            "request-json", ExampleRules::requestJson,
            "request-example", ExampleRules::requestExample,
            "valid-answer", ExampleRules::validAnswer,
            "valid-request", ExampleRules::validRequest,
            "named-properties", ExampleRules::namedProperties);

    private ExampleRules() {}

    private static Stream<String> answerExample(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.success().content().values().stream()
                        .filter(body -> body.examples().isEmpty())
                        .map(body -> operation.id() + ": add an example of " + body.name() + " to the answer "
                                + operation.success().status()));
    }

    private static Stream<String> requestJson(Linted linted) {
        return linted.operations()
                .filter(o -> linted.node(o).field("requestBody").isPresent()
                        && o.body().isEmpty())
                .map(o -> o.id() + ": describe the request body as application/json");
    }

    private static Stream<String> requestExample(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.body().stream()
                        .filter(body -> linted.root()
                                .at(body.schema().pointer().replaceFirst("/schema$", "/examples"))
                                .isEmpty())
                        .map(body -> operation.id() + ": add a named example to the request body"));
    }

    private static Stream<String> validAnswer(Linted linted) {
        return linted.operations()
                .flatMap(operation -> Linted.answers(operation)
                        .flatMap(answer -> answer.content().values().stream()
                                .flatMap(body -> invalid(operation.id() + ": the answer " + answer.status(), body))));
    }

    private static Stream<String> validRequest(Linted linted) {
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

    private static Stream<String> namedProperties(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.success().content().values().stream()
                        .flatMap(body -> body.examples().stream()
                                .flatMap(example -> unnamed(body.schema(), example.value(), "")
                                        .map(where -> operation.id() + ": the answer "
                                                + operation.success().status() + ", example " + example.name() + where
                                                + ": name the property in the schema"))));
    }

    /** Pointers to what an example shows and its schema does not name; a schema without properties names nothing. */
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
