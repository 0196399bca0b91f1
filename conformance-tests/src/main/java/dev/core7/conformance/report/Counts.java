package dev.core7.conformance.report;

import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Result;
import java.util.Arrays;
import java.util.List;

/** How many results of each level came out how. */
record Counts(List<Mark> heads, List<Row> rows) {
    private static final List<Mark> ORDER =
            List.of(Mark.PASSED, Mark.FAILED, Mark.NOT_PROVEN, Mark.NOT_APPLICABLE, Mark.EXCLUDED, Mark.KNOWN_FAILURE);

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

    private static Cell cell(Level level, Mark mark, List<Result> results) {
        long number = results.stream()
                .filter(r -> r.level() == level && Mark.of(r.outcome()) == mark)
                .count();
        return new Cell(Phrase.number(number), number == 0 ? "zero" : mark.style());
    }
}
