package dev.core7.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One request that was answered, as a log tells it.
 *
 * @param at when it came
 * @param target path and query, without the value of a key
 * @param bytes of the answer's body
 * @param took until the answer was sent
 */
public record Answered(Instant at, String method, String target, int status, long bytes, Duration took) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final Pattern KEY = Pattern.compile("(" + Credentials.PARAMETER + "=)[^&]*");
    private static final int MAX_TARGET = 500;

    /** A long target is cut, and what is not printable in it is escaped. */
    public Answered {
        String cut = target.length() <= MAX_TARGET ? target : target.substring(0, MAX_TARGET) + "...";
        target = Printable.ascii(KEY.matcher(cut).replaceAll("$1..."));
    }

    /** The request in one line, such as {@code 12:01:33.123 GET /api/projects/1/annotations/ 200 837 B 1.3 ms}. */
    @Override
    public String toString() {
        // By hand: a format is read anew each time, and there may be ten thousand lines a second.
        long tenths = took.toNanos() / 100_000;
        return TIME.format(at) + ' ' + method + ' ' + target + ' ' + status + ' ' + bytes + " B " + tenths / 10 + '.'
                + tenths % 10 + " ms";
    }
}
