package dev.core7.mock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer that a client asks for in its {@code Prefer} header (RFC 7240): names and values, separated by commas or semicolons. */
record Preference(Map<String, String> values) {
    static final String HEADER = "Prefer";

    private static final int MAX_DELAY_DIGITS = 5;
    private static final int MAX_DELAY = 60_000;

    static Preference parse(List<String> headers) {
        var values = new LinkedHashMap<String, String>();
        for (String header : headers) {
            for (String preference : header.split("[,;]")) {
                var sides = preference.split("=", 2);
                if (!sides[0].isBlank()) {
                    values.putIfAbsent(sides[0].strip(), sides.length == 1 ? "" : unquoted(sides[1].strip()));
                }
            }
        }
        return new Preference(values);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** How many milliseconds to wait; nothing: it asks for no delay, or for one of more than a minute. */
    Optional<Integer> delay() {
        return value("delay")
                .filter(text -> text.matches("\\d{1," + MAX_DELAY_DIGITS + "}"))
                .map(Integer::valueOf)
                .filter(delay -> delay <= MAX_DELAY);
    }

    /** The status of the answer; nothing: it asks for none. */
    Optional<Integer> code() {
        return value("code").filter(text -> text.matches("[2-5]\\d\\d")).map(Integer::valueOf);
    }
}
