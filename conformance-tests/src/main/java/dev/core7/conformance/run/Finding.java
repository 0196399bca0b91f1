package dev.core7.conformance.run;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One broken promise.
 *
 * @param where {@code status}, {@code response} if none came, {@code header X}, or a JSON Pointer into the answer's body, {@code body} for the whole of it
 * @param expected what the clause wants there
 * @param actual what came
 */
public record Finding(String where, String expected, String actual) {
    /** A finding as a report has it. */
    public static Finding of(Fields json) {
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
