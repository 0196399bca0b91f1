package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One documented answer of an operation.
 *
 * @param status the HTTP status code
 * @param content media type name → body; empty: the page shows no body
 * @param headers header name → example value
 * @param links where an id in this answer leads
 * @param observed what PostHog answers as JSON where the page shows no body ({@code x-observed-body})
 */
public record Response(
        int status,
        Map<String, MediaType> content,
        Map<String, String> headers,
        List<Link> links,
        Optional<Schema> observed) {
    /** Whether the answer is an error: 4xx or 5xx. */
    public boolean isError() {
        return status >= 400;
    }

    /** The JSON body of this answer, where it has one. */
    public Optional<MediaType> json() {
        return Optional.ofNullable(content.get(MediaType.JSON));
    }
}
