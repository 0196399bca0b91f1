package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Response;
import dev.core7.contract.Json;

/**
 * The beginning of a text.
 *
 * @param note what was cut off, or why there is no text; empty if the text is complete
 */
record Excerpt(String text, String note) {
    private static final int LENGTH = 2000;

    /** Returns the beginning of a response body. JSON is indented. */
    static Excerpt of(Response response) {
        if (response.isEmpty()) {
            return new Excerpt("", "empty");
        }
        var body = of(pretty(response));
        return response.oversized()
                ? new Excerpt(
                        body.text(), "the first " + Formats.number(LENGTH) + " characters of a body without an end")
                : body;
    }

    static Excerpt of(String text) {
        if (text.length() <= LENGTH) {
            return new Excerpt(text, "");
        }
        String note = "the first " + Formats.number(LENGTH) + " of " + Formats.number(text.length()) + " characters";
        return new Excerpt(text.substring(0, LENGTH) + "…", note);
    }

    private static String pretty(Response response) {
        try {
            return Json.pretty(response.json());
        } catch (Json.NotJsonException e) {
            return response.text();
        }
    }
}
