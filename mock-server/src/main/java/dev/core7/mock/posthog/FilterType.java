package dev.core7.mock.posthog;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The types of fields in a condition of a cohort, as pydantic reads them in its lax mode. */
enum FilterType {
    ANY,
    STRING,
    INTEGER,
    BOOLEAN,
    STRING_OR_INTEGER,
    LIST,
    /** Only the text {@code id}. */
    ID;

    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?\\d+(_\\d+)*(\\.0*)?\\s*");
    private static final Set<String> BOOLEANS =
            Set.of("0", "off", "f", "false", "n", "no", "1", "on", "t", "true", "y", "yes");

    /** Returns the error for a value other than null; empty if pydantic accepts it. */
    Optional<FilterError.Kind> error(Object value) {
        return switch (this) {
            case ANY -> Optional.empty();
            case STRING -> unless(value instanceof String, FilterError.Kind.STRING_TYPE);
            case INTEGER -> integer(value);
            case BOOLEAN -> unless(isBoolean(value), FilterError.Kind.BOOL_PARSING);
            case STRING_OR_INTEGER -> value instanceof String ? Optional.empty() : integer(value);
            case LIST -> unless(value instanceof List, FilterError.Kind.LIST_TYPE);
            case ID -> unless(value.equals("id"), FilterError.Kind.LITERAL_ERROR);
        };
    }

    private static Optional<FilterError.Kind> unless(boolean valid, FilterError.Kind kind) {
        return valid ? Optional.empty() : Optional.of(kind);
    }

    private static Optional<FilterError.Kind> integer(Object value) {
        if (value instanceof String text) {
            return unless(NUMBER.matcher(text).matches(), FilterError.Kind.INT_PARSING);
        }
        if (value instanceof BigDecimal number) {
            return unless(isWhole(number), FilterError.Kind.INT_FROM_FLOAT);
        }
        boolean isInteger = value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof Boolean;
        return unless(isInteger, FilterError.Kind.INT_TYPE);
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isBoolean(@Nullable Object value) {
        if (value instanceof String text) {
            return BOOLEANS.contains(text.toLowerCase(Locale.ROOT));
        }
        return value instanceof Boolean
                || value instanceof Integer number && (number == 0 || number == 1)
                || value instanceof BigDecimal decimal
                        && (decimal.signum() == 0 || decimal.compareTo(BigDecimal.ONE) == 0);
    }
}
