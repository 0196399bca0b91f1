package dev.core7.conformance.report;

import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.OpenQuestion;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results of one operation, and what the API's page leaves open about it. */
record OperationSection(
        String operation, String endpoint, String section, String tally, List<Line> lines, List<OpenQuestion> unclear) {
    /** One result; {@code why} is its reason, or its findings. */
    record Line(OutcomeSymbol symbol, String level, String check, String name, String clause, String why) {
        static Line of(Result result) {
            return new Line(
                    OutcomeSymbol.of(result.outcome()),
                    result.level().name(),
                    result.check(),
                    result.sent().name(),
                    result.clause(),
                    why(result));
        }

        private static String why(Result result) {
            return Stream.concat(
                            Stream.of(result.outcome().reason()).filter(reason -> !reason.isEmpty()),
                            result.outcome().brokenPlaces().stream().map(Formats::finding))
                    .collect(Collectors.joining("\n"));
        }
    }

    static List<OperationSection> of(Report report) {
        return report.contract().operations().stream()
                .map(operation -> of(operation, report))
                .toList();
    }

    boolean judged() {
        return !lines.isEmpty();
    }

    boolean open() {
        return !unclear.isEmpty();
    }

    String points() {
        return Formats.count(unclear.size(), "point");
    }

    private static OperationSection of(Operation operation, Report report) {
        var lines = report.results().stream()
                .filter(r -> r.sent().operation().id().equals(operation.id()))
                .map(Line::of)
                .toList();
        return new OperationSection(
                operation.id(),
                Occurrence.endpoint(operation),
                operation.section(),
                tally(lines),
                lines,
                operation.unclear());
    }

    private static String tally(List<Line> lines) {
        return Stream.of(OutcomeSymbol.values())
                .map(symbol -> tally(lines, symbol))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String tally(List<Line> lines, OutcomeSymbol symbol) {
        long number = lines.stream().filter(line -> line.symbol() == symbol).count();
        return number == 0 ? "" : Formats.number(number) + " " + symbol.word();
    }
}
