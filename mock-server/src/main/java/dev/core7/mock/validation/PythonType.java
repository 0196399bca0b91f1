package dev.core7.mock.validation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of Python's types, which PostHog's messages contain. */
public final class PythonType {
    private PythonType() {}

    /** Returns the Python name of the type of a value. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "NoneType";
        }
        if (value instanceof Map) {
            return "dict";
        }
        if (value instanceof List) {
            return "list";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof String ? "str" : value instanceof BigDecimal ? "float" : "int";
    }
}
