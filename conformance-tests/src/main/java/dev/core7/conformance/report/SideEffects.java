package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;

/** What the run did to the target: objects created and taken away again, fixtures deleted, and what was left behind. */
record SideEffects(List<Row> rows, List<String> left) {
    /** One operation that creates or deletes objects. */
    record Row(String operation, String what, String number, String removed) {}

    static SideEffects of(Report report) {
        return new SideEffects(
                report.contract().operations().stream()
                        .flatMap(operation -> row(operation, report).stream())
                        .toList(),
                report.leftBehind());
    }

    boolean any() {
        return !rows.isEmpty();
    }

    boolean anyLeft() {
        return !left.isEmpty();
    }

    private static Optional<Row> row(Operation operation, Report report) {
        var links = operation.success().links().stream().filter(Link::cleanup).toList();
        long done = report.exchanges().stream()
                .filter(e -> e.sent().called().equals(operation) && e.shows())
                .filter(e -> !isTidyUp(e))
                .count();
        if (operation.isSafe() || done == 0) {
            return Optional.empty();
        }
        if (!links.isEmpty()) {
            long removed = report.exchanges().stream()
                    .filter(e -> isTidyUp(e) && e.accepted())
                    .filter(e -> links.stream()
                            .anyMatch(link -> link.operationId()
                                    .equals(e.sent().operation().id())))
                    .count();
            return Optional.of(new Row(operation.id(), "created", Formats.number(done), Formats.number(removed)));
        }
        return operation.method().equals("DELETE")
                ? Optional.of(new Row(operation.id(), "deleted", Formats.number(done), ""))
                : Optional.empty();
    }

    private static boolean isTidyUp(Exchange exchange) {
        return exchange.sent().purpose() instanceof Purpose.TidyUp;
    }
}
