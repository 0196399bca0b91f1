package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Operations × keys: which key the server accepted, if only the key could be wrong with the request. */
record ScopeGrid(List<Column> keys, List<Row> rows) {
    /** More scopes are shown as a number, so that the column stays narrow. */
    private static final int SCOPES_SHOWN = 3;

    /** One key with its scopes, or requests without a key. */
    record Column(String name, String scopes) {}

    /** One operation with the scopes it needs. */
    record Row(String operation, String needs, List<Cell> cells) {}

    /** What the server did with a key; {@code style} is the CSS class for expected or unexpected behaviour. */
    record Cell(String words, String statuses, String style) {
        private static final Cell NOT_SENT = new Cell("not sent", "", "zero");
    }

    static ScopeGrid of(Report report) {
        var columns = new LinkedHashMap<String, Column>();
        report.target().keys().forEach(key -> columns.put(key.name(), new Column(key.name(), scopes(key))));
        var byOperation = new LinkedHashMap<String, Map<String, List<Exchange>>>();
        for (Exchange exchange : report.exchanges()) {
            if (concerns(exchange)) {
                String key = key(exchange);
                columns.putIfAbsent(key, new Column(key, ""));
                byOperation
                        .computeIfAbsent(exchange.sent().operation().id(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(key, name -> new ArrayList<>())
                        .add(exchange);
            }
        }
        var rows = report.contract().operations().stream()
                .map(operation -> row(operation, columns, byOperation.getOrDefault(operation.id(), Map.of())))
                .toList();
        return new ScopeGrid(List.copyOf(columns.values()), rows);
    }

    boolean filled() {
        return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(cell -> cell != Cell.NOT_SENT);
    }

    private static boolean concerns(Exchange exchange) {
        var purpose = exchange.sent().purpose();
        return purpose instanceof Purpose.Documented
                || purpose.isRefusalOfKey() && !(purpose instanceof Purpose.OtherForm);
    }

    private static String key(Exchange exchange) {
        var key = exchange.request().key();
        if (exchange.sent().purpose() instanceof Purpose.UnknownKey && (key == null || !key.revoked())) {
            return "an unknown key";
        }
        return key == null ? "no key" : key.name();
    }

    private static String scopes(Key key) {
        String scopes = key.scopes().size() > SCOPES_SHOWN
                ? Formats.count(key.scopes().size(), "scope")
                : String.join(", ", new TreeSet<>(key.scopes()));
        return (key.holdsEverything() ? "every scope" : scopes)
                + key.project().map(id -> ", in project " + id + " only").orElse("");
    }

    private static Row row(Operation operation, Map<String, Column> columns, Map<String, List<Exchange>> byKey) {
        return new Row(
                operation.id(),
                operation.scopes().isEmpty() ? "no scope" : String.join(" and ", new TreeSet<>(operation.scopes())),
                columns.keySet().stream()
                        .map(key -> byKey.containsKey(key) ? cell(byKey.getOrDefault(key, List.of())) : Cell.NOT_SENT)
                        .toList());
    }

    private static Cell cell(List<Exchange> exchanges) {
        var words = exchanges.stream().map(ScopeGrid::word).distinct().collect(Collectors.joining(" and "));
        var statuses = exchanges.stream()
                .map(e -> String.valueOf(e.response().status()))
                .distinct()
                .collect(Collectors.joining(", "));
        boolean expected = exchanges.stream()
                .allMatch(e -> word(e).equals(e.sent().purpose().isRefusalOfKey() ? "refused" : "accepted"));
        return new Cell(words + (expected ? "" : ", unexpected"), statuses, expected ? "expected" : "unexpected");
    }

    private static String word(Exchange exchange) {
        if (exchange.accepted()) {
            return "accepted";
        }
        return List.of(401, 403, 404).contains(exchange.response().status()) ? "refused" : "not accepted";
    }
}
