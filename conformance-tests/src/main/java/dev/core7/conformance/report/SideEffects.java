package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;

/** What the run changed on the server: objects created and removed, fixtures deleted, and objects left behind. */
record SideEffects(List<Row> rows, List<String> left) {
    /** One operation that creates or deletes objects. */
    record Row(String operation, String what, String number, String removed) {}

    static SideEffects of(Report report) {
        return new SideEffects(
                report.contract().operations().stream()
                        .flatMap(operation -> row(operation, report).stream())
                        .toList(),
                LeftBehind.lines(report.leftBehind()));
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
                .filter(e -> e.sent().called().equals(operation) && e.isAcceptedCall())
                .filter(e -> !isCleanup(e))
                .count();
        if (operation.isSafe() || done == 0) {
            return Optional.empty();
        }
        if (!links.isEmpty()) {
            long removed = report.exchanges().stream()
                    .filter(e -> isCleanup(e) && e.accepted())
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

    private static boolean isCleanup(Exchange exchange) {
        return exchange.sent().purpose() instanceof Purpose.TidyUp;
    }
}
