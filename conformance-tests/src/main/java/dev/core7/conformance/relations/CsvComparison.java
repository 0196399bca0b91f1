package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.CsvCells;
import dev.core7.conformance.view.CsvTable;
import dev.core7.conformance.view.Page;
import dev.core7.contract.MediaType;
import dev.core7.contract.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a list in CSV with its items: a header line, then one line for each item. */
final class CsvComparison {
    private static final String NO_TABLE = "the response is not a CSV table: see status-code and content-type";

    private final RelationExecution execution;
    private final ListOperation list;
    private final ListUnderTest subject;

    CsvComparison(RelationExecution execution, ListOperation list, ListUnderTest subject) {
        this.execution = execution;
        this.list = list;
        this.subject = subject;
    }

    /** @param shown the items of the list as JSON */
    void judge(Relation.Statement items, Relation.Statement quoted, Relation.Statement cells, List<Map<?, ?>> shown)
            throws StoppedException {
        var format = list.csvFormat().orElseThrow();
        var exchange = table(items.step(), Map.of(format.name(), csv(format).orElseThrow()));
        if (!isTable(exchange)) {
            execution.notApplicable(items, NO_TABLE);
            execution.notApplicable(cells, NO_TABLE);
            execution.notApplicable(quoted, NO_TABLE);
            return;
        }
        var table = CsvTable.parse(exchange.response().text());
        execution.judge(quoted, exchange, misquoted(table));
        execution.judge(items, exchange, wrongItem(table, exchange));
        execution.judge(cells, exchange, new CsvCells(table, shown).finding());
    }

    /**
     * Requests one item of the table, and the one after it: a table has no more items than {@code limit}, and none that {@code
     * offset} skips. Both are always sent together, because PostHog ignores the offset of a table without a limit.
     *
     * @param first the number of items before the first item of the run
     * @param second the number of items before the second item of the run
     * @param item the id of the second item
     */
    void judgePages(Relation.Statement limit, Relation.Statement offset, int first, int second, String item)
            throws StoppedException {
        var page = table(limit.step(), page(first));
        var next = table(offset.step(), page(second));
        if (!isTable(page) || !isTable(next)) {
            execution.notApplicable(limit, NO_TABLE);
            execution.notApplicable(offset, NO_TABLE);
            return;
        }
        for (Exchange each : List.of(page, next)) {
            int lines = CsvTable.parse(each.response().text()).rows().size();
            execution.judge(
                    limit,
                    each,
                    Optional.of(new Finding(
                                    "body", "a header and at most 1 line, because of limit=1", lines + " lines"))
                            .filter(f -> lines > 2));
        }
        var others = subject.own().stream()
                .filter(id -> !id.equals(item) && next.response().text().contains(id))
                .toList();
        execution.judge(
                offset,
                next,
                Optional.of(new Finding("body", item + ", after " + second + " items", others.toString()))
                        .filter(f -> !others.isEmpty()));
    }

    private Map<String, String> page(int offset) {
        var format = list.csvFormat().orElseThrow();
        var query = new LinkedHashMap<String, String>();
        query.put(format.name(), csv(format).orElseThrow());
        query.put(ListOperation.LIMIT, "1");
        query.put(ListOperation.OFFSET, String.valueOf(offset));
        return query;
    }

    private static Optional<String> csv(Parameter format) {
        return format.mediaTypes().entrySet().stream()
                .filter(type -> type.getValue().equals(ListOperation.CSV))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Exchange table(String step, Map<String, String> query) throws StoppedException {
        String path = execution.path(list.operation(), subject.path()) + Paths.query(subject.with(query));
        return execution.get(step, list.operation(), path, ListOperation.CSV, execution.key(list.operation()));
    }

    private static boolean isTable(Exchange exchange) {
        return exchange.isAcceptedCall() && exchange.response().mediaType().equals(ListOperation.CSV);
    }

    /** Requests JSON by the parameter: the list has the same items as without it. */
    void judgeJson(Relation.Statement statement) throws StoppedException {
        var format = list.csvFormat().orElseThrow();
        for (var value : format.mediaTypes().entrySet()) {
            if (value.getValue().equals(MediaType.JSON)) {
                var exchange = execution.get(
                        statement.step(),
                        list.operation(),
                        subject.path(),
                        subject.with(Map.of(format.name(), value.getKey())));
                var shown = Page.of(exchange, list.results()).map(page -> page.ids(subject.own()));
                var finding = new Finding(
                        "/" + list.results(), "the items " + subject.own(), String.valueOf(shown.orElse(List.of())));
                execution.judge(
                        statement,
                        exchange,
                        Optional.of(finding)
                                .filter(f -> !shown.map(Set::copyOf).equals(Optional.of(Set.copyOf(subject.own())))));
            }
        }
    }

    private static Optional<Finding> misquoted(CsvTable table) {
        if (!table.problem().isEmpty()) {
            return Optional.of(new Finding("body", "quotes as in RFC 4180 §2", table.problem()));
        }
        int names = table.rows().isEmpty() ? 0 : table.rows().get(0).size();
        return table.rows().stream()
                .filter(row -> row.size() != names)
                .findFirst()
                .map(row -> new Finding("body", names + " fields on each line", row.size() + " fields: " + row));
    }

    /** A comma without quotes creates additional fields, but the id is still one of them. */
    private Optional<Finding> wrongItem(CsvTable table, Exchange exchange) {
        if (!table.problem().isEmpty()) {
            return subject.own().stream()
                    .filter(id -> !exchange.response().text().contains(id))
                    .findFirst()
                    .map(id -> new Finding("body", "a line with " + id, "none"));
        }
        for (String id : subject.own()) {
            var lines = table.rows().stream()
                    .filter(row -> row.stream().anyMatch(id::equals))
                    .toList();
            if (lines.size() != 1) {
                return Optional.of(new Finding("body", "one line with " + id, lines.size() + " lines"));
            }
            if (lines.get(0).equals(table.rows().get(0))) {
                return Optional.of(new Finding("body", "a header line", String.valueOf(lines.get(0))));
            }
        }
        int items = table.rows().size() - 1;
        int expected = subject.own().size();
        return Optional.of(new Finding("body", expected + " lines after the header", String.valueOf(List.of(items))))
                .filter(finding -> items != expected);
    }
}
