package dev.core7.conformance.report;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Operation;
import java.util.Arrays;
import java.util.List;

/** Operations × checks: each cell shows the worst outcome. The clauses of flows share the column {@code behaviour}. */
record Matrix(List<Span> levels, List<Head> checks, List<Row> rows, List<OutcomeSymbol> legend) {
    /** A level, and the number of its columns. */
    record Span(Level level, int width) {}

    /** The column of one check, or of behaviour, at one level. */
    record Head(String words, String check, Level level) {
        boolean isOf(Result result) {
            return result.level() == level && ResultSubject.of(result).equals(check);
        }
    }

    /** One operation. */
    record Row(String operation, String endpoint, List<Cell> cells) {}

    /** One operation and one check; {@code blank} if the check does not apply to the operation. */
    record Cell(String symbol, String word, String style, boolean blank) {
        private static final Cell BLANK = new Cell("", "", "blank", true);
    }

    static Matrix of(Report report) {
        var levels = Arrays.stream(Level.values())
                .map(level -> new Span(level, checks(report, level).size()))
                .filter(span -> span.width() > 0)
                .toList();
        var heads = levels.stream()
                .flatMap(span -> checks(report, span.level()).stream()
                        .map(check -> new Head(check.replace('-', ' '), check, span.level())))
                .toList();
        return new Matrix(
                levels,
                heads,
                report.contract().operations().stream()
                        .map(operation -> row(operation, heads, report))
                        .toList(),
                List.of(OutcomeSymbol.values()));
    }

    boolean filled() {
        return !checks.isEmpty();
    }

    private static List<String> checks(Report report, Level level) {
        return report.results().stream()
                .filter(r -> r.level() == level)
                .map(ResultSubject::of)
                .distinct()
                .sorted()
                .toList();
    }

    private static Row row(Operation operation, List<Head> heads, Report report) {
        var results = report.results().stream()
                .filter(r -> r.sent().operation().id().equals(operation.id()))
                .toList();
        return new Row(
                operation.id(),
                Occurrence.endpoint(operation),
                heads.stream().map(head -> cell(head, results)).toList());
    }

    private static Cell cell(Head head, List<Result> results) {
        return results.stream()
                .filter(head::isOf)
                .map(r -> OutcomeSymbol.of(r.outcome()))
                .reduce(OutcomeSymbol::worse)
                .map(worst -> new Cell(worst.symbol(), worst.word(), worst.style(), false))
                .orElse(Cell.BLANK);
    }
}
