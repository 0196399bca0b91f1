package dev.core7.contract;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every operation carries: names, the place on the page, scopes, and what the page leaves open. */
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

    private static Stream<String> operationId(Linted linted) {
        return where(linted, o -> !o.id().matches("[a-z]+(_[a-z]+)*"), "write the operationId in snake_case");
    }

    private static Stream<String> path(Linted linted) {
        return where(linted, o -> !o.path().endsWith("/"), "end its path with a slash");
    }

    private static Stream<String> summary(Linted linted) {
        return where(linted, o -> o.summary().isBlank(), "add a summary");
    }

    private static Stream<String> section(Linted linted) {
        return where(linted, o -> o.section().isBlank(), "name the heading on the page under x-page/section");
    }

    private static Stream<String> scope(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.scopes().stream()
                        .filter(scope -> !scope.matches("[a-z]+(_[a-z]+)*:(read|write)"))
                        .map(scope ->
                                operation.id() + ": write the scope " + scope + " as object:read or object:write"));
    }

    private static Stream<String> securityScheme(Linted linted) {
        return linted.operations()
                .flatMap(operation -> linted.node(operation).need("security", "").items().stream()
                        .flatMap(requirement -> requirement.fields().keySet().stream())
                        .filter(scheme -> linted.root()
                                .at(JsonPointer.child("/components/securitySchemes", scheme))
                                .isEmpty())
                        .map(scheme -> operation.id() + ": declare the security scheme " + scheme
                                + " in components/securitySchemes"));
    }

    private static Stream<String> unclear(Linted linted) {
        return where(
                linted,
                o -> o.unclear().stream()
                        .anyMatch(u -> u.page().isBlank()
                                || u.reading().isBlank()
                                || u.reason().isBlank()),
                "say page, reading and reason in every entry of x-unclear");
    }

    private static Stream<String> unjudged(Linted linted) {
        return linted.operations()
                .flatMap(operation -> operation.unjudged().keySet().stream()
                        .filter(name -> !name.matches("[a-z0-9]+(-[a-z0-9_]+)*"))
                        .map(name -> operation.id() + ": write the case " + name + " under x-unjudged in kebab-case"));
    }

    private static Stream<String> where(Linted linted, Predicate<Operation> wrong, String remedy) {
        return linted.operations().filter(wrong).map(operation -> operation.id() + ": " + remedy);
    }
}
