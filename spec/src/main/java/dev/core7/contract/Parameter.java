package dev.core7.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A path, query or header parameter of an operation.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param mediaTypes value → media type that the value requests ({@code x-media-type}); may be empty
 * @param fixture the list under {@code fixtures} in a target file that provides values ({@code x-fixture})
 */
public record Parameter(
        String name,
        String in,
        String description,
        boolean required,
        Schema schema,
        Map<String, String> mediaTypes,
        Optional<String> fixture) {
    /** Returns whether this is a path parameter. */
    public boolean inPath() {
        return in.equals("path");
    }

    /** Returns whether this is a query parameter. */
    public boolean inQuery() {
        return in.equals("query");
    }

    /** Returns the parameters without which this one has no effect, with their values ({@code when} of {@code x-filter}). */
    public Map<String, String> needed() {
        var needed = new LinkedHashMap<String, String>();
        if (schema.keyword("x-filter") instanceof Map<?, ?> filter && filter.get("when") instanceof Map<?, ?> others) {
            others.forEach((name, value) -> needed.put(String.valueOf(name), String.valueOf(value)));
        }
        return needed;
    }
}
