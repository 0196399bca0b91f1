package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, line by line, those marked that a finding is about.
 *
 * @param note what was left out, or why there is nothing; empty where the body is whole
 */
record MarkedBody(List<Line> lines, String note) {
    /** Enough for an object with all around it. */
    private static final int LINES = 60;

    /** What stands before the first marked line, where not all can be shown. */
    private static final int BEFORE = 10;

    /** One line. */
    record Line(String text, boolean marked) {}

    static MarkedBody of(Response response, List<Finding> findings) {
        try {
            if (!response.isEmpty() && !response.endless()) {
                var writer = new Writer(findings);
                writer.write(response.json(), "", "", "");
                return cut(writer.lines);
            }
        } catch (Json.NotJsonException e) {
            // Shown as it came.
        }
        var excerpt = Excerpt.of(response);
        return new MarkedBody(
                excerpt.text().isEmpty() ? List.of() : List.of(new Line(excerpt.text(), false)), excerpt.note());
    }

    boolean any() {
        return !lines.isEmpty();
    }

    private static MarkedBody cut(List<Line> all) {
        if (all.size() <= LINES) {
            return new MarkedBody(all, "");
        }
        int first = 0;
        while (first < all.size() && !all.get(first).marked()) {
            first++;
        }
        int from = first == all.size() ? 0 : Math.max(0, Math.min(first - BEFORE, all.size() - LINES));
        return new MarkedBody(
                all.subList(from, from + LINES),
                "lines " + Formats.number(from + 1) + " to " + Formats.number(from + LINES) + " of "
                        + Formats.number(all.size()));
    }

    /** Writes a value as {@link Json#pretty} does, but a line for each item. */
    private static final class Writer {
        private final Set<String> places = new HashSet<>();
        private final List<Line> lines = new ArrayList<>();

        Writer(List<Finding> findings) {
            findings.forEach(finding -> places.add(finding.where()));
        }

        /**
         * Writes a value and all below it.
         *
         * @param before what stands before it on its line: the indent, and its name where it has one
         * @param after a comma where another one follows
         */
        void write(@Nullable Object value, String at, String before, String after) {
            String indent =
                    before.substring(0, before.length() - before.stripLeading().length());
            if (value instanceof Map<?, ?> map) {
                line(before + "{", at);
                int open = map.size();
                for (var field : map.entrySet()) {
                    String name = indent + "  " + Json.write(field.getKey()) + " : ";
                    write(
                            field.getValue(),
                            JsonPointer.child(at, field.getKey().toString()),
                            name,
                            --open > 0 ? "," : "");
                }
                missing(map, at, indent);
                lines.add(new Line(indent + "}" + after, false));
            } else if (value instanceof List<?> list && !list.isEmpty()) {
                line(before + "[", at);
                for (int i = 0; i < list.size(); i++) {
                    write(list.get(i), at + "/" + i, indent + "  ", i + 1 < list.size() ? "," : "");
                }
                lines.add(new Line(indent + "]" + after, false));
            } else {
                line(before + Excerpt.of(Json.write(value)).text() + after, at);
            }
        }

        private void line(String text, String at) {
            lines.add(new Line(text, places.contains(at)));
        }

        /** What should be there has no line of its own. */
        private void missing(Map<?, ?> map, String at, String indent) {
            places.stream()
                    .filter(place -> place.startsWith(at + "/") && place.indexOf('/', at.length() + 1) < 0)
                    .map(place -> JsonPointer.tokens(place))
                    .map(tokens -> tokens.get(tokens.size() - 1))
                    .filter(token -> !map.containsKey(token))
                    .sorted()
                    .forEach(token -> lines.add(new Line(indent + "  (no " + Json.write(token) + ")", true)));
        }
    }
}
