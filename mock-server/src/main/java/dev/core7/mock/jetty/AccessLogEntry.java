package dev.core7.mock.jetty;

import dev.core7.mock.auth.Credentials;
import dev.core7.mock.http.Printable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One completed request.
 *
 * @param at the time of the request
 * @param target path and query, without the value of a key
 * @param bytes the size of the response body
 * @param took the time until the response was sent
 */
public record AccessLogEntry(Instant at, String method, String target, int status, long bytes, Duration took) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final Pattern KEY = Pattern.compile("(" + Credentials.PARAMETER + "=)[^&]*");
    private static final int MAX_TARGET = 500;

    /** Cuts a long target and escapes what is not printable in it. */
    public AccessLogEntry {
        String cut = target.length() <= MAX_TARGET ? target : target.substring(0, MAX_TARGET) + "...";
        target = Printable.ascii(KEY.matcher(cut).replaceAll("$1..."));
    }

    /** Returns the request in one line, such as {@code 12:01:33.123 GET /api/projects/1/annotations/ 200 837 B 1.3 ms}. */
    @Override
    public String toString() {
        // Not String.format, which is too slow for ten thousand lines a second.
        long tenths = took.toNanos() / 100_000;
        return TIME.format(at) + ' ' + method + ' ' + target + ' ' + status + ' ' + bytes + " B " + tenths / 10 + '.'
                + tenths % 10 + " ms";
    }
}
