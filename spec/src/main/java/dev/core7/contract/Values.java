package dev.core7.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words for plain JSON values, as findings show them. */
public final class Values {
    private static final int MAX_TEXT = 120;

    private Values() {}

    /** A value with its JSON type, cut to a readable length: {@code "12.50" (string)}, {@code null}, {@code 3 (integer)}. */
    public static String describe(@Nullable Object value) {
        return value == null ? "null" : cut(Json.write(value)) + " (" + type(value) + ")";
    }

    /** The JSON Schema type of a value: null, boolean, integer, number, string, array or object; or words for a huge number. */
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

    /** The text, or its beginning where it is too long for a finding. */
    public static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
