package dev.core7.conformance.result;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One broken promise.
 *
 * @param where {@code status}, {@code response} if none came, {@code header X}, or a JSON Pointer into the answer's body, {@code body} for the whole of it
 * @param expected what the clause wants there
 * @param actual what came
 */
public record Finding(String where, String expected, String actual) {
    private static final String ITEM = ", in the item with id ";
    private static final List<String> IDS = List.of("id", "uuid");

    /**
     * A finding in a JSON body; inside a list it names the item.
     *
     * @param where a JSON Pointer into {@code body}; empty: the whole of it
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

    /** The same about any item of its list, with {@code *} for every index. */
    public Finding ofAnyItem() {
        int item = actual.lastIndexOf(ITEM);
        return where.startsWith("/")
                ? new Finding(
                        where.replaceAll("/\\d+(?=/|$)", "/*"), expected, item < 0 ? actual : actual.substring(0, item))
                : this;
    }

    /** A finding as a report has it. */
    public static Finding of(JsonFields json) {
        return new Finding(json.text("where"), json.text("expected"), json.text("actual"));
    }

    /** The finding as a report is to have it. */
    public Map<String, String> json() {
        var json = new LinkedHashMap<String, String>();
        json.put("where", where);
        json.put("expected", expected);
        json.put("actual", actual);
        return json;
    }
}
