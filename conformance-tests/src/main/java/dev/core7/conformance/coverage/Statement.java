package dev.core7.conformance.coverage;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement of the contract about one operation, with the clauses that judge it.
 *
 * @param kind {@code operation}, {@code scope}, or the kind of an {@link Item}
 * @param clauses check → an example of a result, in alphabetical order; empty if nothing judges the statement
 * @param reason why nothing judges it; empty otherwise
 */
public record Statement(Operation operation, String kind, String name, Map<String, String> clauses, String reason) {
    /** Returns the operation, kind and name in one line. */
    public String id() {
        return operation.id() + " " + kind + " " + name;
    }

    /** Returns the statement as a JSON object. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("operation", operation.id());
        json.put("page", operation.section());
        json.put("kind", kind);
        json.put("name", name);
        if (clauses.isEmpty()) {
            json.put("reason", reason);
        } else {
            json.put("clauses", clauses);
        }
        return json;
    }

    /** Returns statements as Markdown: one table per operation, with one row for statements that are judged in the same way. */
    public static String markdown(List<Statement> statements) {
        var text = new StringBuilder();
        var operation = "";
        var rows = new LinkedHashMap<String, List<String>>();
        for (Statement statement : statements) {
            if (!operation.equals(statement.operation().id())) {
                rows(text, rows);
                operation = statement.operation().id();
                text.append("\n## ")
                        .append(operation)
                        .append("\n\nSection “")
                        .append(statement.operation().section())
                        .append("” of the page.\n\n| kind | statements | judged by |\n|---|---|---|\n");
            }
            rows.computeIfAbsent(statement.row(), row -> new ArrayList<>()).add(statement.name());
        }
        rows(text, rows);
        return text.toString();
    }

    private String row() {
        return kind.replace('-', ' ') + " | %s | "
                + (clauses.isEmpty() ? "nothing: " + reason : String.join(", ", clauses.keySet()));
    }

    private static void rows(StringBuilder text, Map<String, List<String>> rows) {
        rows.forEach((row, names) -> text.append("| ")
                .append(row.replace(
                        "%s",
                        String.join(
                                ", ",
                                names.stream().map(name -> "`" + name + "`").toList())))
                .append(" |\n"));
        rows.clear();
    }
}
