package dev.core7.mock;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One place where a request breaks the contract.
 *
 * @param request method and path, without the query: a key may stand there
 * @param where {@code path}, {@code method}, {@code body}, or these: {@code query NAME}, {@code body FIELD},
 *     {@code header NAME}, {@code Prefer NAME}
 * @param detail what is wrong, where it is known in PostHog's words
 */
public record RequestViolation(String request, String where, String detail) {
    private static final int MAX_LENGTH = 300;

    /** A long text is cut. */
    public RequestViolation {
        request = cut(request);
        where = cut(where);
        detail = cut(detail);
    }

    /** The violation in one line of printable ASCII, without the request. */
    String told() {
        return Printable.ascii(where + ": " + detail);
    }

    /** The violation in one line of printable ASCII. */
    @Override
    public String toString() {
        return request + ": " + told();
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("request", request);
        json.put("where", where);
        json.put("detail", detail);
        return json;
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 3) + "...";
    }
}
