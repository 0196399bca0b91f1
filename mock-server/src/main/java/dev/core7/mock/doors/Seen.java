package dev.core7.mock.doors;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;

/**
 * A request that the mock has answered.
 *
 * @param path without the query: a key may stand there
 * @param status empty: it got none, for the connection was broken on request
 * @param operation the {@code operationId}; empty: it called none
 */
public record Seen(Instant time, String method, String path, OptionalInt status, String operation) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The time of day on the clock of this machine. */
    String clock() {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /** The status as the page shows it. */
    String answered() {
        return status.isPresent() ? String.valueOf(status.getAsInt()) : "none";
    }

    /** How the status is shown: by its class. */
    String style() {
        return status.isPresent() && status.getAsInt() < 400 ? "good" : "bad";
    }
}
