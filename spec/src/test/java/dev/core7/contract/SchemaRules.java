package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers are open, requests closed, and nothing is demanded that a server may lack. */
final class SchemaRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "open-objects", SchemaRules::openObjects,
            "open-values", SchemaRules::openValues,
            "closed-requests", SchemaRules::closedRequests,
            "free-text", SchemaRules::freeText,
            "required-absent-before", linted -> required(linted, "x-absent-before"),
            "required-write-only", linted -> required(linted, "writeOnly"));

    private SchemaRules() {}

    private static Stream<String> openObjects(Linted linted) {
        return inAnswers(linted)
                .filter(schema -> schema.field("additionalProperties").isPresent())
                .map(schema -> schema.pointer() + ": an answer's object stays open: drop additionalProperties");
    }

    private static Stream<String> openValues(Linted linted) {
        return inAnswers(linted)
                .filter(schema -> schema.field("enum").isPresent()
                        || schema.field("const").isPresent())
                .map(schema -> schema.pointer() + ": an answer's values stay open: say x-extensible-enum");
    }

    private static Stream<YamlNode> inAnswers(Linted linted) {
        return linted.operations()
                .flatMap(Linted::answers)
                .flatMap(Linted::schemas)
                .flatMap(schema -> linted.below(schema).values().stream());
    }

    private static Stream<String> closedRequests(Linted linted) {
        return linted.operations()
                .flatMap(o -> o.body().stream())
                .filter(body -> !Boolean.FALSE.equals(body.schema().keyword("additionalProperties")))
                .map(body -> linted.follow(
                                linted.root().at(body.schema().pointer()).orElseThrow())
                        .pointer())
                .map(pointer -> pointer + ": a request's object is closed: add additionalProperties: false");
    }

    private static Stream<String> freeText(Linted linted) {
        return linted.operations()
                .filter(o -> o.method().equals("POST"))
                .flatMap(operation -> operation.body().stream()
                        .map(body -> body.schema().properties().values().stream()
                                .filter(property -> property.flag("x-free-text"))
                                .count())
                        .filter(marked -> marked != 1)
                        .map(marked -> operation.id()
                                + ": mark one property of the request body with x-free-text: true, not " + marked));
    }

    private static Stream<String> required(Linted linted, String keyword) {
        return everywhere(linted)
                .flatMap(schema -> schema.field("required").map(YamlNode::texts).orElse(List.of()).stream()
                        .filter(name -> schema.at(JsonPointer.child("/properties", name))
                                .map(linted::follow)
                                .flatMap(property -> property.field(keyword))
                                .isPresent())
                        .map(name -> schema.pointer() + ": take " + name + " out of required, or " + keyword
                                + " away from it"));
    }

    private static Stream<YamlNode> everywhere(Linted linted) {
        return Stream.concat(
                inAnswers(linted),
                linted.operations()
                        .flatMap(o -> o.body().stream())
                        .flatMap(body -> linted.below(body.schema()).values().stream()));
    }
}
