package dev.core7.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes plain JSON values in findings and error messages. */
public final class JsonValues {
    private static final int MAX_TEXT = 120;

    private JsonValues() {}

    /** Returns a value with its JSON type, cut to a readable length: {@code "12.50" (string)}, {@code null}, {@code 3 (integer)}. */
    public static String describe(@Nullable Object value) {
        return value == null ? "null" : cut(Json.write(value)) + " (" + type(value) + ")";
    }

    /** Returns the JSON Schema type of a value, such as {@code string}, or a description of a {@link HugeNumber}. */
    public static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros().scale() <= 0 ? "integer" : "number";
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return "integer";
        }
        if (value instanceof Number) {
            return "number";
        }
        if (value instanceof List) {
            return "array";
        }
        if (value instanceof HugeNumber) {
            return "number of more than 40 digits";
        }
        return value instanceof Map ? "object" : "string";
    }

    /** Returns the text, or its beginning if it is too long for a finding. */
    public static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
