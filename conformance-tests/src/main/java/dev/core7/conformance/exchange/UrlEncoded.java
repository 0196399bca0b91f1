package dev.core7.conformance.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies of the media type {@code application/x-www-form-urlencoded} (URL Standard, section 5). */
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
        for (String field : body.split("&")) {
            var parts = field.split("=", 2);
            fields.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
