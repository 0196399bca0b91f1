package dev.core7.conformance.report;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Result;
import java.util.Arrays;
import java.util.List;

/** How many results of each level came out how. */
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

    /** One number; {@code style} dims a zero. */
    record Cell(String number, String style) {}

    static Counts of(List<Result> results) {
        return new Counts(
                ORDER,
                Arrays.stream(Level.values())
                        .map(level -> new Row(
                                level,
                                ORDER.stream()
                                        .map(mark -> cell(level, mark, results))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(Level level, OutcomeSymbol mark, List<Result> results) {
        long number = results.stream()
                .filter(r -> r.level() == level && OutcomeSymbol.of(r.outcome()) == mark)
                .count();
        return new Cell(Formats.number(number), number == 0 ? "zero" : mark.style());
    }
}
