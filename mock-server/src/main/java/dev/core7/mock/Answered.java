package dev.core7.mock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * One request that was answered, as a log tells it.
 *
 * @param at when it came
 * @param target path and query, without the value of a key
 * @param bytes of the answer's body
 * @param took until the answer was sent
 */
public record Answered(Instant at, String method, String target, int status, long bytes, Duration took) {
    private static final int MAX_TARGET = 500;

    /** A long target is cut, and what is not printable in it is escaped. */
    public Answered {
        String cut = target.length() <= MAX_TARGET ? target : target.substring(0, MAX_TARGET) + "...";
        target = Printable.ascii(cut.replaceAll("(" + Credentials.PARAMETER + "=)[^&]*", "$1..."));
    }

    /** The request in one line, such as {@code 12:01:33.123 GET /api/projects/1/annotations/ 200 837 B 1.3 ms}. */
    @Override
    public String toString() {
        var time = LocalTime.ofInstant(at, ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS);
        return String.format(
                Locale.ROOT,
                "%tT.%<tL %s %s %d %d B %.1f ms",
                time,
                method,
                target,
                status,
                bytes,
                took.toNanos() / 1e6);
    }
}
