package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Response;
import dev.core7.contract.Json;

/**
 * The beginning of a text that may be long.
 *
 * @param note what was left out, or why there is nothing; empty where the text is whole
 */
record Excerpt(String text, String note) {
    private static final int SHOWN = 2000;

    /** The body of an answer, indented where it is JSON. */
    static Excerpt of(Response response) {
        if (response.isEmpty()) {
            return new Excerpt("", "empty");
        }
        var body = of(pretty(response));
        return response.endless()
                ? new Excerpt(
                        body.text(), "the first " + Formats.number(SHOWN) + " characters of a body without an end")
                : body;
    }

    static Excerpt of(String text) {
        if (text.length() <= SHOWN) {
            return new Excerpt(text, "");
        }
        String note = "the first " + Formats.number(SHOWN) + " of " + Formats.number(text.length()) + " characters";
        return new Excerpt(text.substring(0, SHOWN) + "…", note);
    }

    private static String pretty(Response response) {
        try {
            return Json.pretty(response.json());
        } catch (Json.NotJsonException e) {
            return response.text();
        }
    }
}
