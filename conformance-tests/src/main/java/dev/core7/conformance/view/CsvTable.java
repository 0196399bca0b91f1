package dev.core7.conformance.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in CSV (RFC 4180).
 *
 * @param rows the fields of each line, beginning with the header
 * @param problem the position of a misplaced quote; empty if there is none
 */
public record CsvTable(List<List<String>> rows, String problem) {
    /** Reads a text whose lines end in CRLF or LF. */
    public static CsvTable parse(String text) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (quoted && c == '"') {
                quoted = false;
                wasQuoted = true;
            } else if (quoted) {
                field.append(c);
            } else if (c == '"' && field.length() == 0 && !wasQuoted) {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                row.add(field.toString());
                field.setLength(0);
                wasQuoted = false;
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else if (c == '"' || wasQuoted && c != '\r') {
                return new CsvTable(rows, "line " + (rows.size() + 1) + ": a quote inside a field is not doubled");
            } else if (c != '\r' || i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                field.append(c);
            }
        }
        if (field.length() > 0 || !row.isEmpty()) {
            row.add(field.toString());
            rows.add(List.copyOf(row));
        }
        return new CsvTable(rows, quoted ? "the last field has no closing quote" : "");
    }

    /** {@code rows} is copied. */
    public CsvTable {
        rows = List.copyOf(rows);
    }
}
