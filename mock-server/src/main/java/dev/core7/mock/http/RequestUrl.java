package dev.core7.mock.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The URL of a request. Links between pages are derived from it, with parameters sorted by name as in Django.
 *
 * @param query parameter → its values
 */
public record RequestUrl(String base, Map<String, List<String>> query) {
    /** {@code query} is copied. */
    public RequestUrl {
        query = Collections.unmodifiableMap(new TreeMap<>(query));
    }

    /** Parses a URL; an invalid percent escape is taken literally. */
    public static RequestUrl parse(String url) {
        var parts = url.split("\\?", 2);
        var query = new TreeMap<String, List<String>>();
        for (String pair : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            var sides = pair.split("=", 2);
            if (!sides[0].isEmpty()) {
                query.computeIfAbsent(decoded(sides[0]), name -> new ArrayList<>())
                        .add(sides.length == 1 ? "" : decoded(sides[1]));
            }
        }
        return new RequestUrl(parts[0], query);
    }

    /** Returns the value of a parameter, the last one if it is repeated, as in Django; empty if there is none. */
    public String value(String name) {
        var values = query.getOrDefault(name, List.of(""));
        return values.get(values.size() - 1);
    }

    /** Returns a copy with one parameter set. */
    public RequestUrl with(String name, Object value) {
        var more = new TreeMap<>(query);
        more.put(name, List.of(value.toString()));
        return new RequestUrl(base, more);
    }

    /** Returns a copy without one parameter. */
    public RequestUrl without(String name) {
        var fewer = new TreeMap<>(query);
        fewer.remove(name);
        return new RequestUrl(base, fewer);
    }

    /** Returns the URL as text. */
    @Override
    public String toString() {
        return query.isEmpty()
                ? base
                : query.entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(value -> encoded(e.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&", base + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
