package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.Redactor;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the key of a request in its response, before the response is redacted. */
final class ShownKey {
    /** A shorter key may be an ordinary word. */
    private static final int SHORTEST = 12;

    private ShownKey() {}

    /**
     * Returns where the response contains the key: {@code body} or {@code header NAME}; an empty text if nowhere. A URL of the
     * request that contains the key, such as in a link to the next page, does not count: the client itself wrote it there.
     */
    static String in(Map<String, List<String>> headers, byte[] body, Request request) {
        Key key = request.key();
        if (key == null || key.value().length() < SHORTEST) {
            return "";
        }
        String inUrl = urlParameter(request);
        for (Map.Entry<String, List<String>> header : new TreeMap<>(headers).entrySet()) {
            if (header.getValue().stream().anyMatch(value -> contains(value, key, inUrl))) {
                return "header " + header.getKey();
            }
        }
        return contains(new String(body, StandardCharsets.ISO_8859_1), key, inUrl) ? "body" : "";
    }

    /**
     * Returns where the response contains the key in another encoding, such as base64 or percent-encoding. A key in the URL of the
     * request does not count in any encoding.
     */
    static String encodedIn(Map<String, List<String>> headers, byte[] body, Request request) {
        Key key = request.key();
        if (key == null
                || key.value().length() < SHORTEST
                || !urlParameter(request).isEmpty()) {
            return "";
        }
        var redactor = new Redactor(List.of(key));
        for (Map.Entry<String, List<String>> header : new TreeMap<>(headers).entrySet()) {
            if (header.getValue().stream().anyMatch(value -> shows(value, redactor))) {
                return "header " + header.getKey();
            }
        }
        return shows(new String(body, StandardCharsets.ISO_8859_1), redactor) ? "body" : "";
    }

    private static boolean shows(String text, Redactor redactor) {
        return !redactor.redact(text).equals(text);
    }

    private static boolean contains(String text, Key key, String inUrl) {
        String plain = inUrl.replaceFirst("=.*", "=") + key.value();
        return (inUrl.isEmpty() ? text : text.replace(inUrl, "").replace(plain, "")).contains(key.value());
    }

    /** Returns {@code NAME=KEY} as the query of the request contains it; an empty text if the key is sent elsewhere. */
    private static String urlParameter(Request request) {
        String query = request.pathWithKey().replaceFirst("^[^?]*\\??", "");
        String plain = request.path().replaceFirst("^[^?]*\\??", "");
        String[] parameters = plain.split("&");
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].contains(Request.KEY_PLACE)) {
                return query.split("&")[i];
            }
        }
        return "";
    }
}
