package dev.core7.mock.validation;

import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.Printable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One violation of the contract by a request.
 *
 * @param request method and path, without the query, which may contain a key
 * @param where {@code path}, {@code method}, {@code body}, or these: {@code query NAME}, {@code body FIELD},
 *     {@code header NAME}, {@code Prefer NAME}
 * @param detail what is wrong, in PostHog's words if they are known
 * @param refused whether the server refuses the request because of it; otherwise it tolerates the violation
 */
public record RequestViolation(String request, String where, String detail, boolean refused) {
    private static final int MAX_LENGTH = 300;

    /** Cuts long texts. */
    public RequestViolation {
        request = cut(request);
        where = cut(where);
        detail = cut(detail);
    }

    /** Returns a violation because of which a request is refused. */
    public static RequestViolation refused(MockRequest request, String where, String detail) {
        return new RequestViolation(request.method() + " " + request.path(), where, detail, true);
    }

    /** Returns a violation that the server tolerates. */
    public static RequestViolation tolerated(MockRequest request, String where, String detail) {
        return new RequestViolation(request.method() + " " + request.path(), where, detail, false);
    }

    /** Returns {@code refused} or {@code tolerated}. */
    public String outcome() {
        return refused ? "refused" : "tolerated";
    }

    /** Returns the violation in one line of printable ASCII, without the request. */
    String line() {
        return Printable.ascii(where + ": " + detail) + (refused ? "" : " (tolerated)");
    }

    /** Returns the violation in one line of printable ASCII. */
    @Override
    public String toString() {
        return request + ": " + line();
    }

    /** Returns the violation as a JSON object. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("request", request);
        json.put("where", where);
        json.put("detail", detail);
        json.put("outcome", outcome());
        return json;
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 3) + "...";
    }
}
