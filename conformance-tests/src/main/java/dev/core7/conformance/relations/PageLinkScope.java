package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Keyring;
import java.util.Optional;

/** Requests the link to a page with a key that lacks a scope of the list. */
final class PageLinkScope {
    private PageLinkScope() {}

    static void judge(RelationExecution execution, Relation.Statement statement, String link) throws StoppedException {
        var operation = statement.operation();
        var keys = new Keyring(execution.target());
        var scope = operation.scopes().stream()
                .filter(s -> !keys.lacking(s, operation).isEmpty())
                .findFirst();
        if (scope.isEmpty()) {
            execution.notApplicable(
                    statement,
                    "the target file has no key that lacks a scope of " + operation.id() + ": see the cases lacks-…");
            return;
        }
        String path;
        try {
            path = Paths.ofLink(link, operation, execution.target());
        } catch (IllegalArgumentException e) {
            execution.notApplicable(statement, String.valueOf(e.getMessage()));
            return;
        }
        var exchange = execution.get(
                statement.step(),
                operation,
                path,
                new Purpose.LacksScope(scope.get()),
                keys.lackingOnly(scope.get(), operation).orElseThrow());
        int status = exchange.response().status();
        if (!exchange.accepted() && status / 100 != 4) {
            execution.notApplicable(statement, "status " + status + " is not a refusal");
            return;
        }
        var finding = new Finding("status", "a refusal, because the key lacks a scope", String.valueOf(status));
        execution.judge(statement, exchange, Optional.of(finding).filter(f -> exchange.accepted()));
    }
}
