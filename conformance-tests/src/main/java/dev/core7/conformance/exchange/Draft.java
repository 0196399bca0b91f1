package dev.core7.conformance.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The documented request, before the change of a case is applied and it is sent.
 *
 * @param template the path template
 * @param path path parameters by name
 * @param query query parameters by name
 * @param headers headers by name
 * @param body the text of the body; null for none
 */
public record Draft(
        String method,
        String template,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body) {
    /** The draft with one path parameter set. */
    public Draft withPath(String name, String value) {
        return new Draft(method, template, with(path, name, value), query, headers, body);
    }

    /** The draft without the slash at the end of its path. */
    public Draft withoutSlash() {
        return new Draft(method, Paths.withoutSlash(template), path, query, headers, body);
    }

    /** The draft whose path has percent-encoded letters and digits, which changes nothing (RFC 3986 §6.2.2.2). */
    public Draft withEncodedPath() {
        String encoded = template;
        for (var parameter : path.entrySet()) {
            encoded = encoded.replace("{" + parameter.getKey() + "}", Paths.encodeAll(parameter.getValue()));
        }
        return new Draft(method, encoded, path, query, headers, body);
    }

    /** The draft with one query parameter set. */
    public Draft withQuery(String name, String value) {
        return new Draft(method, template, path, with(query, name, value), headers, body);
    }

    /** The draft with one header set. */
    public Draft withHeader(String name, String value) {
        return new Draft(method, template, path, query, with(headers, name, value), body);
    }

    /** The draft with another method and no body. */
    public Draft withMethod(String other) {
        return new Draft(other, template, path, query, headers, null);
    }

    /** The draft with another body text. */
    public Draft withBody(@Nullable String text) {
        return new Draft(method, template, path, query, headers, text);
    }

    /** The draft with a text in its query and body replaced. */
    public Draft replacing(String text, String other) {
        var changed = new LinkedHashMap<>(query);
        changed.replaceAll((name, value) -> value.replace(text, other));
        return new Draft(method, template, path, changed, headers, body == null ? null : body.replace(text, other));
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(name, value);
        return Collections.unmodifiableMap(copy);
    }
}
