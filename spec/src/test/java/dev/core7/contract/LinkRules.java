package dev.core7.contract;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Lint rules for links: the target exists, and the expressions select values in the examples. */
final class LinkRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "link-parameter", linted -> links(linted, (o, link) -> parameters(linted, o, link)),
            "link-expression", linted -> links(linted, LinkRules::expressions),
            "link-example", linted -> links(linted, LinkRules::examples),
            "link-body", linted -> links(linted, (o, link) -> bodies(linted, o, link)));

    private static final String BODY = "$response.body#";

    private LinkRules() {}

    private static Stream<String> links(LintedDocument linted, BiFunction<Operation, Link, Stream<String>> rule) {
        return linted.operations()
                .flatMap(operation -> operation.success().links().stream()
                        .flatMap(link -> rule.apply(operation, link)
                                .map(complaint -> operation.id() + ": the link " + link.name() + ": " + complaint)));
    }

    private static Stream<String> parameters(LintedDocument linted, Operation operation, Link link) {
        var target = linted.contract().operation(link.operationId()).orElseThrow();
        return link.parameters().keySet().stream()
                .filter(name ->
                        target.parameters().stream().noneMatch(p -> p.name().equals(name)))
                .map(name -> "name a parameter of " + target.id() + ", not " + name);
    }

    private static Stream<String> expressions(Operation operation, Link link) {
        return link.parameters().values().stream()
                .filter(expression -> !resolves(operation, expression))
                .map(expression -> "write " + BODY
                        + "/… that leads to a value in every JSON example of the response, not " + expression);
    }

    private static boolean resolves(Operation operation, String expression) {
        var body = operation.success().json();
        return expression.startsWith(BODY + "/")
                && body.isPresent()
                && body.get().examples().stream()
                        .allMatch(e -> JsonPointer.find(e.value(), expression.substring(BODY.length())) != null);
    }

    private static Stream<String> examples(Operation operation, Link link) {
        return link.example().stream()
                .filter(name -> operation.body().stream()
                        .flatMap(body -> body.examples().stream())
                        .noneMatch(example -> example.name().equals(name)))
                .map(name -> "name an request example under x-example, not " + name);
    }

    private static Stream<String> bodies(LintedDocument linted, Operation operation, Link link) {
        var target = linted.contract().operation(link.operationId()).orElseThrow();
        return link.requestBody().stream().flatMap(text -> {
            try {
                var value = Json.parse(text);
                return target.body().stream()
                        .flatMap(body -> body.schema().violations(value).stream())
                        .map(v -> "requestBody" + v.where() + ": write " + v.expected() + ", not " + v.actual());
            } catch (Json.NotJsonException e) {
                return Stream.of("write JSON under requestBody: " + e.getMessage());
            }
        });
    }
}
