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
 * The lines of a response body. Lines that a finding refers to are marked.
 *
 * @param note what was cut off, or why there is no body; empty if the body is complete
 */
record MarkedBody(List<Line> lines, String note) {
    /** Enough for an object and its surroundings. */
    private static final int LINES = 60;

    /** The lines shown before the first marked line if the body is cut. */
    private static final int BEFORE = 10;

    /** One line. */
    record Line(String text, boolean marked) {}

    static MarkedBody of(Response response, List<Finding> findings) {
        try {
            if (!response.isEmpty() && !response.oversized()) {
                var writer = new Writer(findings);
                writer.write(response.json(), "", "", "");
                return cut(writer.lines);
            }
        } catch (Json.NotJsonException e) {
            // Shown unchanged.
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

    /** Writes a value like {@link Json#pretty}, but with one line for each item. */
    private static final class Writer {
        private final Set<String> places = new HashSet<>();
        private final List<Line> lines = new ArrayList<>();

        Writer(List<Finding> findings) {
            findings.forEach(finding -> places.add(finding.where()));
        }

        /**
         * Writes a value with all its descendants.
         *
         * @param before the text before the value: the indent, and its name if it is a field
         * @param after a comma if another value follows
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

        /** Adds a marked line for every missing field that a finding refers to. */
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
