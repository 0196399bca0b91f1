package dev.core7.conformance.coverage;

import dev.core7.conformance.coverage.Item.Kind;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which clauses judge each statement of the contract. A clause judges a statement if one of its results passed on an exchange that
 * exercises the statement, and if {@code statements.yaml} lists its check for statements of this kind.
 */
public final class Traceability {
    /** The check for values that a request must not contain; it judges only the statement that the case is named after. */
    private static final String BAD_INPUT = "bad-input-refused";

    private final StatementRules rules = StatementRules.bundled();
    private final Map<String, Map<String, String>> clauses = new HashMap<>();
    private final Map<Attempt, Set<Exercised>> exercised = new IdentityHashMap<>();

    private Traceability(Report report) {
        report.results().stream()
                .filter(result -> result.outcome() instanceof Outcome.Passed)
                .forEach(this::trace);
    }

    /** Returns all statements of the contract, in its order. */
    public static List<Statement> of(Report report) {
        var traceability = new Traceability(report);
        return report.contract().operations().stream()
                .flatMap(operation -> traceability.statements(operation).stream())
                .toList();
    }

    /** Returns the entries under {@code untested} that match no statement without a clause. */
    public static List<String> unusedReasons(List<Statement> statements) {
        return StatementRules.bundled().unused(statements);
    }

    private void trace(Result result) {
        var operation = result.sent().called();
        rules.withoutName("operation", result.check(), () -> add(operation, "operation", endpoint(operation), result));
        operation
                .scopes()
                .forEach(scope ->
                        rules.withoutName("scope", result.check(), () -> add(operation, "scope", scope, result)));
        result.exchange()
                .filter(exchange -> exchange.request().method().equals(operation.method()))
                .ifPresent(exchange ->
                        exercised.computeIfAbsent(exchange, attempt -> Exercised.of(operation, attempt)).stream()
                                .filter(item -> !item.form().equals(Usage.ABSENT))
                                .filter(item -> rules.judges(item.kind(), item.name(), result.check()))
                                .filter(item -> shows(operation, item, exchange, result))
                                .forEach(item -> add(operation, item.kind().word(), item.name(), result)));
    }

    private static String endpoint(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private static boolean shows(Operation operation, Exercised item, Exchange exchange, Result result) {
        if (result.check().equals(BAD_INPUT)) {
            return item.kind() == Kind.STATUS ? !exchange.accepted() : isNamedAfter(result, item.name());
        }
        return item.kind() != Kind.REQUEST_FIELD
                || exchange.accepted() && isShown(operation, item.name().split("[.\\[]", 2)[0]);
    }

    private static boolean isNamedAfter(Result result, String name) {
        return List.of(result.sent().name().split("-")).contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** Whether the response shows the stored value of a request field, and this value is judged. */
    private static boolean isShown(Operation operation, String field) {
        return !operation.unjudged().containsKey("write-" + field)
                && operation.success().json().stream()
                        .map(MediaType::schema)
                        .anyMatch(schema -> schema.properties().containsKey(field)
                                && !schema.properties().get(field).flag("writeOnly"));
    }

    private void add(Operation operation, String kind, String name, Result result) {
        clauses.computeIfAbsent(key(operation, kind, name), key -> new TreeMap<>())
                .putIfAbsent(result.check(), result.id());
    }

    private static String key(Operation operation, String kind, String name) {
        return operation.id() + " " + kind + " " + name;
    }

    private List<Statement> statements(Operation operation) {
        var statements = new ArrayList<Statement>();
        statements.add(statement(operation, "operation", endpoint(operation)));
        operation.scopes().forEach(scope -> statements.add(statement(operation, "scope", scope)));
        var items = new ArrayList<Statement>();
        new Expected(operation).forEach((kind, name, forms) -> items.add(statement(operation, kind.word(), name)));
        statements.addAll(items);
        return statements;
    }

    private Statement statement(Operation operation, String kind, String name) {
        var judged = clauses.getOrDefault(key(operation, kind, name), new TreeMap<>());
        rules.elsewhere(operation.id(), kind, name)
                .forEach(id -> judged.put(id.substring(id.lastIndexOf('/') + 1), id));
        return new Statement(
                operation, kind, name, judged, judged.isEmpty() ? rules.reason(operation.id(), kind, name) : "");
    }
}
