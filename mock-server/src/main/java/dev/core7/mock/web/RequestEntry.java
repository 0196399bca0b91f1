package dev.core7.mock.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;

/**
 * A recent request on the home page.
 *
 * @param path without the query, which may contain a key
 * @param status empty: the connection was broken on request
 * @param operation the {@code operationId}; empty: none
 */
public record RequestEntry(Instant time, String method, String path, OptionalInt status, String operation) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Returns the local time of day. */
    String clock() {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /** Returns the status as text. */
    String statusText() {
        return status.isPresent() ? String.valueOf(status.getAsInt()) : "none";
    }

    /** Returns the CSS class of the status. */
    String style() {
        return status.isPresent() && status.getAsInt() < 400 ? "good" : "bad";
    }
}
