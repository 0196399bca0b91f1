package dev.core7.conformance.view;

import dev.core7.conformance.result.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares the cells of a CSV table with the items that the list shows as JSON. Only texts are compared, in columns that are named
 * like a field; the parts of a name are separated by dots.
 */
public record CsvCells(CsvTable table, List<Map<?, ?>> items) {
    private static final String NAME = "name";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:");

    /** A cell with another text than the item in JSON. */
    public Optional<Finding> finding() {
        if (table.rows().isEmpty()) {
            return Optional.empty();
        }
        var header = table.rows().get(0);
        for (Map<?, ?> item : items) {
            var row = table.rows().stream()
                    .skip(1)
                    .filter(cells -> cells.contains(Page.memberId(item)) || cells.contains(Page.id(item)))
                    .findFirst();
            if (row.isEmpty() && !table.problem().isEmpty() && header.contains(NAME)) {
                return Optional.of(new Finding("body", "a line with " + Page.memberId(item), table.problem()));
            }
            for (int i = 0;
                    row.isPresent() && i < Math.min(header.size(), row.get().size());
                    i++) {
                String cell = row.get().get(i);
                String column = header.get(i);
                var other = text(item, column).filter(text -> !isSame(text, cell));
                if (other.isPresent()) {
                    return Optional.of(new Finding(
                            "column " + column + " of " + Page.memberId(item), other.get() + ", as in JSON", cell));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Map<?, ?> item, String column) {
        @Nullable Object value = item;
        for (String name : column.split("\\.", -1)) {
            value = value instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return value instanceof String text && !isTime(text) ? Optional.of(text) : Optional.empty();
    }

    /** Servers may put an apostrophe before a text that a spreadsheet would take for a formula. */
    private static boolean isSame(String text, String cell) {
        String plain = text.replace("\r\n", "\n").strip();
        String shown = cell.replace("\r\n", "\n").strip();
        return shown.equals(plain) || shown.equals("'" + plain);
    }

    /** Servers may write times in another form in tables. */
    private static boolean isTime(String text) {
        return TIME.matcher(text).lookingAt();
    }
}
