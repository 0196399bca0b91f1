package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lint rules for schemas: responses are open, requests are closed, and optional properties are not required. */
final class SchemaRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "open-objects", SchemaRules::openObjects,
            "open-values", SchemaRules::openValues,
            "closed-requests", SchemaRules::closedRequests,
            "free-text", SchemaRules::freeText,
            "required-absent-before", linted -> required(linted, "x-absent-before"),
            "required-write-only", linted -> required(linted, "writeOnly"));

    private SchemaRules() {}

    private static Stream<String> openObjects(LintedDocument linted) {
        return inAnswers(linted)
                .filter(schema -> schema.field("additionalProperties").isPresent())
                .map(schema -> schema.pointer()
                        + ": an object in a response must allow unknown properties: remove additionalProperties");
    }

    private static Stream<String> openValues(LintedDocument linted) {
        return inAnswers(linted)
                .filter(schema -> schema.field("enum").isPresent()
                        || schema.field("const").isPresent())
                .map(schema -> schema.pointer() + ": a response must allow unknown values: use x-extensible-enum");
    }

    private static Stream<YamlNode> inAnswers(LintedDocument linted) {
        return linted.operations()
                .flatMap(LintedDocument::responses)
                .flatMap(LintedDocument::schemas)
                .flatMap(schema -> linted.below(schema).values().stream());
    }

    private static Stream<String> closedRequests(LintedDocument linted) {
        return linted.operations()
                .flatMap(o -> o.body().stream())
                .filter(body -> !Boolean.FALSE.equals(body.schema().keyword("additionalProperties")))
                .map(body -> linted.follow(
                                linted.root().at(body.schema().pointer()).orElseThrow())
                        .pointer())
                .map(pointer -> pointer
                        + ": an object in a request must reject unknown properties: add additionalProperties: false");
    }

    private static Stream<String> freeText(LintedDocument linted) {
        return linted.operations()
                .filter(o -> o.method().equals("POST"))
                .flatMap(operation -> operation.body().stream()
                        .map(body -> body.schema().properties().values().stream()
                                .filter(property -> property.flag("x-free-text"))
                                .count())
                        .filter(marked -> marked != 1)
                        .map(marked -> operation.id()
                                + ": mark exactly one property of the request body with x-free-text: true, not "
                                + marked));
    }

    private static Stream<String> required(LintedDocument linted, String keyword) {
        return everywhere(linted)
                .flatMap(schema -> schema.field("required").map(YamlNode::texts).orElse(List.of()).stream()
                        .filter(name -> schema.at(JsonPointer.child("/properties", name))
                                .map(linted::follow)
                                .flatMap(property -> property.field(keyword))
                                .isPresent())
                        .map(name ->
                                schema.pointer() + ": remove " + name + " from required, or remove " + keyword + ""));
    }

    private static Stream<YamlNode> everywhere(LintedDocument linted) {
        return Stream.concat(
                inAnswers(linted),
                linted.operations()
                        .flatMap(o -> o.body().stream())
                        .flatMap(body -> linted.below(body.schema()).values().stream()));
    }
}
