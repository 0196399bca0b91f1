package dev.core7.conformance.result;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a response and the contract.
 *
 * @param where {@code status}, {@code response} if there is none, {@code header X}, a JSON Pointer into the body of the
 *     response, or {@code body} for the whole body
 * @param expected what the clause requires there, in English
 * @param actual what the response contains there
 * @param condition the formal condition of a flow that the response does not meet; empty if a check found the difference
 */
public record Finding(String where, String expected, String actual, String condition) {
    private static final String ITEM = ", in the item with id ";
    private static final List<String> IDS = List.of("id", "uuid");

    /** Creates the finding of a check, without a formal condition. */
    public Finding(String where, String expected, String actual) {
        this(where, expected, actual, "");
    }

    /**
     * Returns a finding in a JSON body. If it is about an item of a list, it contains the id of the item.
     *
     * @param where a JSON Pointer into {@code body}; empty for the whole body
     */
    public static Finding in(@Nullable Object body, String where, String expected, String actual) {
        String item = "";
        Object value = body;
        for (String token : JsonPointer.tokens(where)) {
            boolean inList = value instanceof List;
            value = JsonPointer.find(value, JsonPointer.child("", token));
            if (inList && value instanceof Map<?, ?> fields) {
                item = IDS.stream()
                        .filter(name -> fields.get(name) != null)
                        .findFirst()
                        .map(name -> ITEM + JsonValues.cut(String.valueOf(fields.get(name))))
                        .orElse(item);
            }
        }
        return new Finding(where.isEmpty() ? "body" : where, expected, actual + item);
    }

    /** Returns the finding without the item that it is about: {@code *} replaces every index. */
    public Finding ofAnyItem() {
        int item = actual.lastIndexOf(ITEM);
        return where.startsWith("/")
                ? new Finding(
                        where.replaceAll("/\\d+(?=/|$)", "/*"),
                        expected,
                        item < 0 ? actual : actual.substring(0, item),
                        condition)
                : this;
    }

    /** Reads a finding from {@code report.json}. */
    public static Finding of(JsonFields json) {
        return new Finding(
                json.text("where"),
                json.text("expected"),
                json.text("actual"),
                json.optionalText("condition").orElse(""));
    }

    /** Returns the finding as {@code report.json} contains it. */
    public Map<String, String> json() {
        var json = new LinkedHashMap<String, String>();
        json.put("where", where);
        json.put("expected", expected);
        json.put("actual", actual);
        if (!condition.isEmpty()) {
            json.put("condition", condition);
        }
        return json;
    }
}
