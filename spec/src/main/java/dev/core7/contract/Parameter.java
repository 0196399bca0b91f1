package dev.core7.contract;

import java.util.Map;
import java.util.Optional;

/**
 * A path, query or header parameter of an operation.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param mediaTypes value → media type that the value asks for ({@code x-media-type}); empty: it asks for none
 * @param fixture the list under {@code fixtures} in a target file that supplies values ({@code x-fixture})
 */
public record Parameter(
        String name,
        String in,
        boolean required,
        Schema schema,
        Map<String, String> mediaTypes,
        Optional<String> fixture) {
    /** Whether this parameter is a segment of the path. */
    public boolean inPath() {
        return in.equals("path");
    }

    /** Whether this parameter belongs to the query. */
    public boolean inQuery() {
        return in.equals("query");
    }
}
