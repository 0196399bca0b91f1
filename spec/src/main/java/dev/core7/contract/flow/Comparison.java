package dev.core7.contract.flow;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How values compare: to the letter in queries, loosely in simple conditions. */
final class Comparison {
    /** What a query is worth that finds nothing; equal to itself alone (RFC 9535 §2.3.5.2.2). */
    static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "nothing";
        }
    };

    private Comparison() {}

    /** As RFC 9535 §2.3.5.2.2 compares, but two UUIDs without regard to case. */
    static boolean exact(String operator, @Nullable Object left, @Nullable Object right) {
        return holds(operator, equal(left, right), order(left, right));
    }

    /** As simple conditions compare (Arazzo 1.0.1): texts without regard to case; two date-times by the moment they name. */
    static boolean loose(String operator, @Nullable Object left, @Nullable Object right) {
        return exact(operator, folded(left, right), folded(right, left));
    }

    private static boolean holds(String operator, boolean equal, Optional<Integer> order) {
        return switch (operator) {
            case "==" -> equal;
            case "!=" -> !equal;
            case "<" -> order.isPresent() && order.get() < 0;
            case ">" -> order.isPresent() && order.get() > 0;
            case "<=" -> equal || order.isPresent() && order.get() < 0;
            default -> equal || order.isPresent() && order.get() > 0;
        };
    }

    private static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            boolean same = a.size() == b.size();
            for (int i = 0; same && i < a.size(); i++) {
                same = equal(a.get(i), b.get(i));
            }
            return same;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet())
                    && a.keySet().stream().allMatch(name -> equal(a.get(name), b.get(name)));
        }
        if (left instanceof String a && right instanceof String b) {
            return a.equals(b) || isUuid(a) && a.equalsIgnoreCase(b);
        }
        return left == null ? right == null : left.equals(right);
    }

    /** A UUID may be written in either case (RFC 9562 §4). */
    private static boolean isUuid(String text) {
        return text.matches("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");
    }

    private static Optional<Integer> order(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return Optional.of(decimal(a).compareTo(decimal(b)));
        }
        return left instanceof String a && right instanceof String b ? Optional.of(a.compareTo(b)) : Optional.empty();
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static @Nullable Object folded(@Nullable Object value, @Nullable Object other) {
        if (!(value instanceof String text) || !(other instanceof String otherText)) {
            return value;
        }
        var moment = moment(text);
        return moment.isPresent() && moment(otherText).isPresent() ? moment.get() : text.toLowerCase(Locale.ROOT);
    }

    /** A date-time (RFC 3339) as a number, so that two of them compare by the moment and not by how it is written. */
    private static Optional<BigDecimal> moment(String text) {
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d[Tt ]\\d\\d:\\d\\d.*")) {
            return Optional.empty();
        }
        try {
            var time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', 'T'))
                    .toInstant();
            return Optional.of(BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
