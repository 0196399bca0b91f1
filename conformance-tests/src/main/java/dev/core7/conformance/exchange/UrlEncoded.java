package dev.core7.conformance.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies and queries in the form {@code application/x-www-form-urlencoded} (URL Standard, section 5). */
public final class UrlEncoded {
    private static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private UrlEncoded() {}

    /** Whether a request has such a body. */
    public static boolean isBodyOf(Request request) {
        return request.body() != null
                && request.headers().getOrDefault("Content-Type", "").startsWith(MEDIA_TYPE);
    }

    /** The fields of such a body, by name; none if the request has another one. */
    public static Map<String, String> fields(Request request) {
        var fields = new LinkedHashMap<String, String>();
        String body = request.body();
        if (body == null || !isBodyOf(request)) {
            return fields;
        }
        return fieldsOf(body);
    }

    /** The parameters in the query of a URL; none if it has no query. */
    public static Map<String, String> query(String url) {
        var parts = url.split("#", 2)[0].split("\\?", 2);
        return parts.length < 2 || parts[1].isEmpty() ? Map.of() : fieldsOf(parts[1]);
    }

    /** The fields of a text in this form, by name; those without a name are left out. */
    public static Map<String, String> fieldsOf(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (String field : text.split("&")) {
            var parts = field.split("=", 2);
            if (!parts[0].isEmpty()) {
                fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return fields;
    }

    /** A text with a percent sign that begins no code stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
