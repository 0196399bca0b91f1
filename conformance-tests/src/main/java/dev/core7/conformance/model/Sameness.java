package dev.core7.conformance.model;

import dev.core7.contract.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value that is shown is the value that is known. Texts are compared to the letter except for blanks at both ends, which
 * servers may trim; date-times by the moment, with the precision that is shown, and below a millisecond rounding is allowed; numbers by value; arrays in order. An object
 * may show additional members, and may leave out those that are null.
 */
final class Sameness {
    private static final Duration ROUNDING = Duration.ofMillis(1);
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)\\d*(?:([Zz])|([+-])(\\d\\d):(\\d\\d))");

    private static final Pattern FRACTION = Pattern.compile("\\.\\d+");

    private Sameness() {}

    /**
     * Compares two plain JSON values.
     *
     * @param schema describes the value; empty: any JSON
     */
    static boolean of(@Nullable Object known, @Nullable Object shown, Optional<Schema> schema) {
        if (known == null || shown == null) {
            return known == shown;
        }
        if (known instanceof Map<?, ?> expected) {
            return shown instanceof Map<?, ?> actual && isSame(expected, actual, schema);
        }
        if (known instanceof List<?> expected) {
            return shown instanceof List<?> actual && isSame(expected, actual, schema.flatMap(Schema::items));
        }
        if (known instanceof Number && shown instanceof Number) {
            return new BigDecimal(known.toString()).compareTo(new BigDecimal(shown.toString())) == 0;
        }
        if (known instanceof String expected) {
            return shown instanceof String actual
                    && (expected.equals(actual)
                            || expected.strip().equals(actual.strip())
                            || isSameInForm(expected, actual, form(schema)));
        }
        return known.equals(shown);
    }

    private static boolean isSame(Map<?, ?> known, Map<?, ?> shown, Optional<Schema> schema) {
        return known.entrySet().stream().allMatch(member -> {
            var name = String.valueOf(member.getKey());
            Optional<Schema> below = schema.map(s -> s.properties().get(name));
            boolean isOpen = below.filter(FieldRules::changesByItself).isPresent();
            return isOpen || of(member.getValue(), shown.get(name), below);
        });
    }

    private static boolean isSame(List<?> known, List<?> shown, Optional<Schema> items) {
        if (known.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            if (!of(known.get(i), shown.get(i), items)) {
                return false;
            }
        }
        return true;
    }

    private static String form(Optional<Schema> schema) {
        return schema.flatMap(s -> s.text("format")).orElse("");
    }

    private static boolean isSameInForm(String known, String shown, String form) {
        return switch (form) {
            case "date-time" -> {
                var expected = moment(known);
                var actual = moment(shown);
                yield expected.isPresent()
                        && actual.isPresent()
                        && isAt(expected.get(), actual.get(), precision(shown));
            }
            case "uuid" -> known.equalsIgnoreCase(shown);
            default -> false;
        };
    }

    /** Whether a time is shown as it is known, cut or rounded to a precision. */
    private static boolean isAt(Instant known, Instant shown, Duration precision) {
        var lost = Duration.between(shown, known);
        boolean isCut = !lost.isNegative() && lost.compareTo(precision) < 0;
        return isCut
                || lost.abs().compareTo(precision.dividedBy(2)) <= 0
                || lost.abs().compareTo(ROUNDING) < 0;
    }

    /** The unit of the last digit of a time, at least a millisecond: a server may store times with fewer digits than it is sent. */
    private static Duration precision(String shown) {
        var fraction = FRACTION.matcher(shown);
        int digits = fraction.find() ? fraction.end() - fraction.start() - 1 : 0;
        return switch (digits) {
            case 0 -> Duration.ofSeconds(1);
            case 1 -> Duration.ofMillis(100);
            case 2 -> Duration.ofMillis(10);
            default -> ROUNDING;
        };
    }

    /** The moment that a date-time with an offset names (RFC 3339), to the nanosecond; empty: it is none. */
    static Optional<Instant> moment(@Nullable Object value) {
        var parts = value instanceof String text ? DATE_TIME.matcher(text) : null;
        if (parts == null || !parts.matches()) {
            return Optional.empty();
        }
        try {
            var local =
                    LocalDateTime.parse(parts.group(1) + "T" + parts.group(2)).toInstant(ZoneOffset.UTC);
            return Optional.of(parts.group(4) == null ? local : local.minus(offset(parts)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Java has no offsets beyond 18 hours, RFC 3339 has. */
    private static Duration offset(Matcher parts) {
        var offset = Duration.ofHours(Long.parseLong(parts.group(5))).plusMinutes(Long.parseLong(parts.group(6)));
        return parts.group(4).equals("-") ? offset.negated() : offset;
    }
}
