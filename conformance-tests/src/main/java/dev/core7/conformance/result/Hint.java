package dev.core7.conformance.result;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something in a response that people should look at. No clause forbids it, so it does not affect the verdict.
 *
 * @param kind what it seems to be, such as {@code stack trace}
 * @param text the text in the response, on one line
 * @param request the first request whose response contains it
 */
public record Hint(String kind, String text, String request) {
    private static final int MAX_TEXT = 120;
    private static final int MAX_HINTS = 50;
    private static final int FIRST_ERROR = 400;

    /** What only errors show by mistake. Accepted responses contain texts of people, who may write anything. */
    private static final Map<String, Pattern> IN_ERRORS = Map.of(
            "stack trace",
            Pattern.compile("Traceback \\(most recent call last\\)"
                    + "|\\bat [\\w.$<>]+\\([\\w.]+\\.(java|kt|scala):\\d+\\)"
                    + "|\\bat [\\w.$<> ]+ \\((/|file:|node:)[^)\\s]+:\\d+:\\d+\\)"
                    + "|\\bgoroutine \\d+ \\[running\\]"
                    + "|\\.rb:\\d+:in [`']"),
            "SQL text",
            Pattern.compile("\\bSELECT\\b.{1,200}\\bFROM\\b \\\\?[\"`\\w]+|\\bINSERT INTO \\\\?[\"`\\w]+|\\bSQLSTATE\\b"
                    + "|syntax error at or near|\\bpsycopg2?\\.|\\bORA-\\d{5}\\b"),
            "file path",
            Pattern.compile(
                    "(?<![\\w/])/(usr|home|var|opt|app|srv|etc|root|code)/[\\w./-]+\\.(py|rb|js|ts|php|go|java|conf|so)\\b"
                            + "|\\b[A-Z]:\\\\{1,2}[\\w .-]+\\\\"));

    private static final Pattern SECRET_NAME = Pattern.compile(
            "\"(password|passwd|secret|client_secret|private_key|access_token|refresh_token|api_key|token)\"\\s*:\\s*\"[^\"]+\"");

    /** The hints in these exchanges, each text once. Texts that the run itself sent are left out. */
    public static List<Hint> of(List<Exchange> exchanges) {
        var hints = new LinkedHashMap<String, Hint>();
        for (Exchange exchange : exchanges) {
            for (Hint hint : of(exchange)) {
                if (hints.size() < MAX_HINTS) {
                    hints.putIfAbsent(hint.kind() + " " + hint.text(), hint);
                }
            }
        }
        return List.copyOf(hints.values());
    }

    private static List<Hint> of(Exchange exchange) {
        var hints = new ArrayList<Hint>();
        var text = exchange.response().text();
        String request = exchange.request().method() + " " + exchange.request().path();
        if (exchange.response().status() >= FIRST_ERROR) {
            IN_ERRORS.forEach((kind, pattern) -> {
                var found = pattern.matcher(text);
                if (found.find() && !isSent(found.group(), exchange)) {
                    hints.add(new Hint(kind, shortened(found.group()), request));
                }
            });
        }
        if (SECRET_NAME.matcher(text).find()) {
            try {
                secrets(exchange.response().json(), "", request, hints);
            } catch (Json.NotJsonException e) {
                hints.add(new Hint("secret", "a field that is named like a secret", request));
            }
        }
        for (ListedValues.Shown shown : ListedValues.in(exchange, id -> false)) {
            if (!shown.isKnown()) {
                hints.add(new Hint("unknown value", shown.field() + ": " + shortened(shown.value()), request));
            }
        }
        return hints;
    }

    private static boolean isSent(String text, Exchange exchange) {
        var body = exchange.request().body();
        return body != null && body.contains(text) || exchange.request().path().contains(text);
    }

    /** Adds the fields that are named like secrets, without their values. Free properties of people are left out. */
    private static void secrets(@Nullable Object value, String at, String request, List<Hint> hints) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, below) -> {
                boolean isNamed = SECRET_NAME
                        .matcher("\"" + name.toString().toLowerCase(Locale.ROOT) + "\":\"x\"")
                        .matches();
                if (isNamed && below instanceof String text && !text.isEmpty()) {
                    hints.add(new Hint("secret", "the field " + at + name, request));
                } else if (!name.equals("properties")) {
                    secrets(below, at + name + ".", request, hints);
                }
            });
        } else if (value instanceof List<?> items) {
            items.forEach(item -> secrets(item, at.replaceFirst("\\.$", "[]."), request, hints));
        }
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= MAX_TEXT ? line : line.substring(0, MAX_TEXT) + "…";
    }
}
