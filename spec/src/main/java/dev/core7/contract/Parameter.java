package dev.core7.contract;

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
}
