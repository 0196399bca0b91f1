package dev.core7.contract.flow;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares values: exactly in queries, loosely in simple conditions. */
final class Comparison {
    /** The value of a query that selects nothing; equal only to itself (RFC 9535 §2.3.5.2.2). */
    static final Object NOTHING = new Object() {
        @Override
        public String toString() {
            return "nothing";
        }
    };

    private static final Pattern DATE_TIME =
            Pattern.compile("(?<date>\\d{4}-\\d\\d-\\d\\d)[Tt ](?<time>\\d\\d:\\d\\d:\\d\\d)"
                    + "(\\.(?<fraction>\\d+))?([Zz]|(?<sign>[-+])(?<hours>\\d\\d):(?<minutes>\\d\\d))");

    private Comparison() {}

    /** Compares as in RFC 9535 §2.3.5.2.2, but ignores the case of UUIDs. */
    static boolean exact(String operator, @Nullable Object left, @Nullable Object right) {
        return holds(operator, equal(left, right), order(left, right));
    }

    /** Compares as in simple conditions (Arazzo 1.0.1): ignores the case of texts, and compares date-times as points in time. */
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

    /** Returns whether a text is a UUID, which may have upper and lower case (RFC 9562 §4). */
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

    /** Returns a date-time (RFC 3339) in seconds since the epoch, so that offsets and fractions do not affect the comparison. */
    private static Optional<BigDecimal> moment(String text) {
        Matcher parts = DATE_TIME.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.parse(parts.group("date") + "T" + parts.group("time"));
            var fraction = new BigDecimal("0." + Objects.requireNonNullElse(parts.group("fraction"), "0"));
            var seconds = BigDecimal.valueOf(local.toEpochSecond(ZoneOffset.UTC) - offset(parts));
            return Optional.of(seconds.add(fraction));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Returns the offset in seconds. RFC 3339 allows offsets up to 23:59, more than java.time does. */
    private static long offset(Matcher parts) {
        if (parts.group("hours") == null) {
            return 0;
        }
        long minutes = Long.parseLong(parts.group("hours")) * 60 + Long.parseLong(parts.group("minutes"));
        return (parts.group("sign").equals("-") ? -minutes : minutes) * 60;
    }
}
