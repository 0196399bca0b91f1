package dev.core7.conformance.report;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Result;
import java.util.Arrays;
import java.util.List;

/** The number of results of each level and outcome. */
record Counts(List<OutcomeSymbol> heads, List<Row> rows) {
    private static final List<OutcomeSymbol> ORDER = List.of(
            OutcomeSymbol.PASSED,
            OutcomeSymbol.FAILED,
            OutcomeSymbol.NOT_PROVEN,
            OutcomeSymbol.NOT_APPLICABLE,
            OutcomeSymbol.EXCLUDED,
            OutcomeSymbol.KNOWN_FAILURE);

    /** One level. */
    record Row(Level level, List<Cell> cells) {}

    /** One number; {@code style} is its CSS class, which dims a zero. */
    record Cell(String number, String style) {}

    static Counts of(List<Result> results) {
        return new Counts(
                ORDER,
                Arrays.stream(Level.values())
                        .map(level -> new Row(
                                level,
                                ORDER.stream()
                                        .map(symbol -> cell(level, symbol, results))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(Level level, OutcomeSymbol symbol, List<Result> results) {
        long number = results.stream()
                .filter(r -> r.level() == level && OutcomeSymbol.of(r.outcome()) == symbol)
                .count();
        return new Cell(Formats.number(number), number == 0 ? "zero" : symbol.style());
    }
}
