package dev.core7.conformance.benign;

import dev.core7.conformance.OddServer;
import dev.core7.contract.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server reads it.
 *
 * @param path its segments; a slash at the end makes no difference
 * @param headers by lower-case name
 * @param address what it was sent to, for links between pages
 */
record Ask(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        String address) {
    static Ask of(OddServer.Seen request) {
        var headers = new LinkedHashMap<String, String>();
        request.headers().forEach((name, values) -> headers.put(lower(name), values.get(0)));
        return of(request.method(), request.path(), headers, bytes(request.body()));
    }

    /** The body as it was sent; what was not UTF-8 is not UTF-8 again. */
    private static byte[] bytes(String body) {
        return body.contains("\uFFFD")
                ? body.replace('\uFFFD', '\u00FF').getBytes(StandardCharsets.ISO_8859_1)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    static Ask of(String method, String target, Map<String, String> headers, byte[] body) {
        var parts = target.split("\\?", 2);
        var query = new LinkedHashMap<String, String>();
        Stream.of(parts.length > 1 ? parts[1].split("&") : new String[0]).forEach(pair -> {
            var sides = pair.split("=", 2);
            query.put(decoded(sides[0]), sides.length > 1 ? decoded(sides[1]) : "");
        });
        var path = Stream.of(parts[0].split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Ask::decoded)
                .toList();
        return new Ask(method, path, query, headers, body, "http://" + headers.get("host") + parts[0]);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The last segment that is an id, or the empty text. */
    String id() {
        return path.size() > 4 ? path.get(4) : "";
    }

    boolean isFor(String method, String collection, int segments) {
        return this.method.equals(method)
                && path.size() == segments
                && path.get(3).equals(collection);
    }

    Ask withPath(int at, String segment) {
        var changed = new ArrayList<>(path);
        changed.set(at, segment);
        return new Ask(method, List.copyOf(changed), query, headers, body, address);
    }

    /** Without the first segments of its path. */
    Ask below(int segments) {
        return new Ask(method, path.subList(segments, path.size()), query, headers, body, address);
    }

    Ask withoutQuery() {
        return new Ask(method, path, Map.of(), headers, body, address);
    }

    /** Without a key in its query or body. */
    Ask withoutKeyElsewhere() {
        var others = new LinkedHashMap<>(query);
        others.remove("personal_api_key");
        // Latin-1 keeps every byte, also those that are not UTF-8.
        var text = new String(body, StandardCharsets.ISO_8859_1).replace("\"personal_api_key\"", "\"unknown_field\"");
        return new Ask(method, path, others, headers, text.getBytes(StandardCharsets.ISO_8859_1), address);
    }

    Ask withParameter(String name, String value) {
        var changed = new LinkedHashMap<>(query);
        changed.put(name, value);
        return new Ask(method, path, changed, headers, body, address);
    }

    Ask withHeader(String name, String value) {
        var changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Ask(method, path, query, changed, body, address);
    }

    Ask withBody(String text) {
        return new Ask(method, path, query, headers, text.getBytes(StandardCharsets.UTF_8), address);
    }

    /** The body as text. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The fields of the body; none if they cannot be read. */
    Map<String, @Nullable Object> fieldsOrNone() {
        try {
            return fields();
        } catch (Refused e) {
            return Map.of();
        }
    }

    /** The fields of the body; an empty body has none. */
    Map<String, @Nullable Object> fields() {
        var type = lower(header("content-type")).replaceFirst("\\s*;.*", "").strip();
        if (body.length > 0 && !type.equals("application/json")) {
            throw new Refused(415, "invalid_request", "unsupported_media_type", null);
        }
        try {
            var value = body.length == 0 ? Map.of() : Json.parse(body);
            if (!(value instanceof Map<?, ?> map)) {
                throw Refused.invalid("invalid_input", null);
            }
            return Reply.object(map);
        } catch (Json.NotJsonException e) {
            throw new Refused(400, "invalid_request", "parse_error", null);
        }
    }
}
