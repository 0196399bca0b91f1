package dev.core7.contract;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lint rules for operations: names, section of the page, scopes, and open questions. */
final class OperationRules {
    static final Map<String, ContractLint.Rule> RULES = Map.of(
            "operation-id", OperationRules::operationId,
            "path", OperationRules::path,
            "summary", OperationRules::summary,
            "section", OperationRules::section,
            "scope", OperationRules::scope,
            "security-scheme", OperationRules::securityScheme,
            "unclear", OperationRules::unclear,
            "unjudged", OperationRules::unjudged);

    private OperationRules() {}

    private static Stream<String> operationId(LintedDocument linted) {
        return where(linted, o -> !o.id().matches("[a-z]+(_[a-z]+)*"), "write the operationId in snake_case");
    }

    private static Stream<String> path(LintedDocument linted) {
        return where(linted, o -> !o.path().endsWith("/"), "end its path with a slash");
    }

    private static Stream<String> summary(LintedDocument linted) {
        return where(linted, o -> o.summary().isBlank(), "add a summary");
    }

    private static Stream<String> section(LintedDocument linted) {
        return where(linted, o -> o.section().isBlank(), "name the heading on the page under x-page/section");
    }

    private static Stream<String> scope(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.scopes().stream()
                        .filter(scope -> !scope.matches("[a-z]+(_[a-z]+)*:(read|write)"))
                        .map(scope ->
                                operation.id() + ": write the scope " + scope + " as object:read or object:write"));
    }

    private static Stream<String> securityScheme(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> linted.node(operation).need("security", "").items().stream()
                        .flatMap(requirement -> requirement.fields().keySet().stream())
                        .filter(scheme -> linted.root()
                                .at(JsonPointer.child("/components/securitySchemes", scheme))
                                .isEmpty())
                        .map(scheme -> operation.id() + ": declare the security scheme " + scheme
                                + " in components/securitySchemes"));
    }

    private static Stream<String> unclear(LintedDocument linted) {
        return where(
                linted,
                o -> o.unclear().stream()
                        .anyMatch(u -> u.page().isBlank()
                                || u.reading().isBlank()
                                || u.reason().isBlank()),
                "fill in page, reading and reason in every entry of x-unclear");
    }

    private static Stream<String> unjudged(LintedDocument linted) {
        return linted.operations()
                .flatMap(operation -> operation.unjudged().keySet().stream()
                        .filter(name -> !name.matches("[a-z0-9]+(-[a-z0-9_]+)*"))
                        .map(name -> operation.id() + ": write the case " + name + " under x-unjudged in kebab-case"));
    }

    private static Stream<String> where(LintedDocument linted, Predicate<Operation> wrong, String remedy) {
        return linted.operations().filter(wrong).map(operation -> operation.id() + ": " + remedy);
    }
}
