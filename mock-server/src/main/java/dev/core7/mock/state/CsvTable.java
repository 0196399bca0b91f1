package dev.core7.mock.state;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders objects as CSV (RFC 4180) with the header line of the contract's example. */
final class CsvTable {
    private CsvTable() {}

    /** Returns a table with one line for each object. */
    static StateResponse of(List<StoredObject> rows, MediaType media) {
        String header = media.examples().stream()
                .flatMap(example -> String.valueOf(example.value()).lines().limit(1))
                .findFirst()
                .orElse("");
        var columns = List.of(header.split(","));
        String lines = rows.stream().map(row -> line(row, columns)).collect(Collectors.joining());
        return new StateResponse(media.name(), header + "\r\n" + lines);
    }

    private static String line(StoredObject row, List<String> columns) {
        return columns.stream()
                .map(column -> cell(row.fields().get(column)))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value instanceof String plain ? plain : Json.write(value);
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
