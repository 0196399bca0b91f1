package dev.core7.mock.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A recent request on the home page.
 *
 * @param query without keys; empty: none
 * @param status empty: the connection was broken on request
 * @param operation the {@code operationId}; empty: none
 * @param violations the violations of the contract in one line; empty: none
 * @param requestBody without keys, and cut; empty: none
 * @param responseBody cut; empty: none
 */
public record RequestEntry(
        Instant time,
        String method,
        String path,
        String query,
        OptionalInt status,
        String operation,
        String violations,
        String requestBody,
        String responseBody) {
    private static final int MAX_BODY = 500;
    private static final String KEY = "personal_api_key";

    /** A key in a JSON or form body; the first group is kept. */
    private static final Pattern KEY_IN_BODY = Pattern.compile("(\"" + KEY + "\"\\s*:\\s*\"|\\b" + KEY + "=)[^\"&]*");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** Removes keys from the query, and cuts long bodies. */
    public RequestEntry {
        query = Stream.of(query.split("&"))
                .filter(parameter -> !parameter.startsWith(KEY + "="))
                .collect(Collectors.joining("&"));
        requestBody = cut(KEY_IN_BODY.matcher(requestBody).replaceAll("$1..."));
        responseBody = cut(responseBody);
    }

    private static String cut(String body) {
        return body.length() <= MAX_BODY ? body : body.substring(0, MAX_BODY) + " ...";
    }

    /** Returns whether there is more to show than one line. */
    boolean anyMore() {
        return !(violations + requestBody + responseBody).isEmpty();
    }

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
