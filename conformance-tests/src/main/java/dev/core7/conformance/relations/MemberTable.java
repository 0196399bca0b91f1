package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.CsvTable;
import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The members of an object as its list shows them in CSV. */
record MemberTable(
        RelationExecution execution, ListOperation list, Map<String, String> path, List<String> possibleMembers) {
    private static final String STEP = "table";

    /** The statement about the table; empty if the list has no CSV. */
    static Optional<Relation.Statement> statement(ListOperation list) {
        return value(list).map(value -> Relation.on(STEP, list.operation(), Clause.CSV_MEMBERS));
    }

    private static Optional<String> value(ListOperation list) {
        return list.csvFormat().map(Parameter::mediaTypes).stream()
                .flatMap(types -> types.entrySet().stream())
                .filter(type -> type.getValue().equals(ListOperation.CSV))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Judges whether the table shows the members that the list shows in JSON. */
    void judge(Relation.Statement statement, List<String> expected) throws StoppedException {
        var exchange = execution.retryBriefly(
                this::read, table -> finding(table, expected).isEmpty());
        if (isTable(exchange)) {
            execution.judge(statement, exchange, finding(exchange, expected));
        } else {
            execution.notApplicable(statement, "the response is not a CSV table: see status-code and content-type");
        }
    }

    private Exchange read() throws StoppedException {
        var operation = list.operation();
        var query = Map.of(list.csvFormat().orElseThrow().name(), value(list).orElseThrow());
        String address = execution.path(operation, path) + Paths.query(query);
        return execution.get(STEP, operation, address, ListOperation.CSV, execution.key(operation));
    }

    private static boolean isTable(Exchange exchange) {
        return exchange.isAcceptedCall() && exchange.response().mediaType().equals(ListOperation.CSV);
    }

    /** A table need not show ids; if it shows some, it shows those of all members. */
    private Optional<Finding> finding(Exchange exchange, List<String> expected) {
        String text = exchange.response().text().toLowerCase(Locale.ROOT);
        var shown = possibleMembers.stream()
                .filter(id -> text.contains(id.toLowerCase(Locale.ROOT)))
                .toList();
        boolean isRight = shown.isEmpty() || shown.size() == expected.size() && expected.containsAll(shown);
        return Optional.of(new Finding("body", "the members " + expected + ", as in JSON", String.valueOf(shown)))
                .filter(finding -> isTable(exchange) && !isRight)
                .or(() -> repeated(CsvTable.parse(text), shown));
    }

    private static Optional<Finding> repeated(CsvTable table, List<String> shown) {
        return shown.stream()
                .filter(id -> table.rows().stream()
                                .filter(row -> row.contains(id.toLowerCase(Locale.ROOT)))
                                .count()
                        > 1)
                .findFirst()
                .map(id -> new Finding("body", "one line with " + id, "several lines with it"))
                .filter(finding -> table.problem().isEmpty());
    }
}
