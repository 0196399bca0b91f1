package dev.core7.mock.posthog;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as Django's {@code parse_datetime} does: a date alone is midnight, and without an offset it is UTC. Basic
 * formats and week dates, which Python also reads, are not supported.
 */
final class DjangoTime {
    /** The format of Python's {@code fromisoformat}: any separator, and a time of any precision. */
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})"
                    + "(?:.(\\d{2})(?::(\\d{2})(?::(\\d{2})(?:[.,](\\d+))?)?)?([Zz]|[+-]\\d{2}(?::?\\d{2}(?::?\\d{2}(?:\\.\\d+)?)?)?)?)?");

    /** Django's own format, for what Python does not read. */
    private static final Pattern DJANGO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "[T ](\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    /** Times of RFC 3339 that Java surely reads; it has no offsets above 18 hours. */
    private static final Pattern JAVA = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?(?:Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)");

    private static final int MICROSECONDS = 6;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int MAX_YEAR = 9999;

    private DjangoTime() {}

    /** Returns the point in time of a text; empty if Django does not read it. */
    static Optional<Instant> parse(String text) {
        for (Pattern pattern : new Pattern[] {ISO, DJANGO}) {
            Matcher parts = pattern.matcher(text);
            if (parts.matches()) {
                var time = time(parts);
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns a text that Java reads, with the offset that was sent if it can: otherwise the time in UTC. */
    static String normalized(String text, Instant time) {
        return JAVA.matcher(text).matches() ? text : time.toString();
    }

    /** Returns whether Python can represent a point in time in UTC. */
    static boolean isInRange(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        return year >= 1 && year <= MAX_YEAR;
    }

    private static Optional<Instant> time(Matcher parts) {
        if (number(parts, 1) == 0) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.of(
                    number(parts, 1),
                    number(parts, 2),
                    number(parts, 3),
                    number(parts, 4),
                    number(parts, 5),
                    number(parts, 6),
                    nanos(parts.group(7)));
            return Optional.of(local.toInstant(ZoneOffset.UTC).minusSeconds(offset(parts.group(8))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }

    private static int nanos(@Nullable String fraction) {
        if (fraction == null) {
            return 0;
        }
        String micros = (fraction + "000000").substring(0, MICROSECONDS);
        return (int) (Long.parseLong(micros) * NANOS_PER_MICRO);
    }

    /** Returns an offset in seconds; Java's offsets end at 18 hours, Python's at 24. */
    private static int offset(@Nullable String text) {
        if (text == null || text.equalsIgnoreCase("z")) {
            return 0;
        }
        String digits = text.substring(1).replace(":", "").replaceFirst("\\..*", "") + "0000";
        var time = LocalTime.of(
                Integer.parseInt(digits.substring(0, 2)),
                Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(4, 6)));
        return text.startsWith("-") ? -time.toSecondOfDay() : time.toSecondOfDay();
    }
}
