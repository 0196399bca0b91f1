package dev.core7.conformance.export;

import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts a finding to a REST-assured assertion that fails for the same response. */
final class Assertion {
    private static final Pattern STATUS = Pattern.compile("^\\d{3}\\b");
    private static final String HEADER = "header ";

    /** The length of the prefix by which a body is recognised if the finding names no place in it. */
    private static final int BEGINNING = 1000;

    private Assertion() {}

    static String of(Finding finding, Response response) {
        if (finding.where().equals("status")) {
            var expected = STATUS.matcher(finding.expected());
            return expected.find()
                    ? ".statusCode(" + expected.group() + ")"
                    : ".statusCode(not(equalTo(" + response.status() + ")))";
        }
        if (finding.where().startsWith(HEADER)) {
            String name = finding.where().substring(HEADER.length());
            String value = response.header(name).map(JavaText::literal).orElse("");
            return ".header(" + JavaText.literal(name) + ", "
                    + (value.isEmpty() ? "notNullValue()" : "not(equalTo(" + value + "))") + ")";
        }
        return finding.where().startsWith("/") ? ofPlace(finding, response) : notTheSameBody(response);
    }

    private static String ofPlace(Finding finding, Response response) {
        try {
            var json = response.json();
            var pointer = finding.where();
            int last = pointer.lastIndexOf('/');
            if (finding.expected().equals("present")
                    && JsonPointer.find(json, pointer.substring(0, last)) instanceof Map) {
                var tokens = JsonPointer.tokens(pointer);
                return ".body(" + JavaText.literal(path(pointer.substring(0, last))) + ", hasKey("
                        + JavaText.literal(tokens.get(tokens.size() - 1)) + "))";
            }
            return ".body(" + JavaText.literal(path(pointer)) + ", " + notThis(JsonPointer.find(json, pointer)) + ")";
        } catch (Json.NotJsonException e) {
            return notTheSameBody(response);
        }
    }

    private static String notThis(@Nullable Object value) {
        if (value == null) {
            return "notNullValue()";
        }
        if (value instanceof Map) {
            return "not(instanceOf(java.util.Map.class))";
        }
        return value instanceof List
                ? "not(instanceOf(java.util.List.class))"
                : "not(hasToString(" + JavaText.literal(value.toString()) + "))";
    }

    /** Converts a JSON Pointer to a path of REST-assured. */
    private static String path(String pointer) {
        var path = new StringBuilder();
        for (String token : JsonPointer.tokens(pointer)) {
            boolean index = token.matches("\\d{1,9}");
            path.append(index || path.isEmpty() ? "" : ".")
                    .append(
                            index
                                    ? "[" + token + "]"
                                    : "'" + token.replace("\\", "\\\\").replace("'", "\\'") + "'");
        }
        return path.isEmpty() ? "$" : path.toString();
    }

    private static String notTheSameBody(Response response) {
        var text = response.text();
        return text.isEmpty()
                ? ".body(not(emptyString()))"
                : ".body(not(startsWith(" + JavaText.literal(text.substring(0, Math.min(text.length(), BEGINNING)))
                        + ")))";
    }
}
