package dev.core7.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A documented response of an operation.
 *
 * @param status the HTTP status code
 * @param content media type name → body; empty if the page shows no body
 * @param headers header name → example value
 * @param links the operations that values of this response lead to
 * @param observed the schema of the JSON body that PostHog sends although the page shows none ({@code x-observed-body})
 */
public record Response(
        int status,
        Map<String, MediaType> content,
        Map<String, String> headers,
        List<Link> links,
        Optional<Schema> observed) {
    /** Returns whether the status is an error: 4xx or 5xx. */
    public boolean isError() {
        return status >= 400;
    }

    /** Returns the JSON body of this response, if it has one. */
    public Optional<MediaType> json() {
        return Optional.ofNullable(content.get(MediaType.JSON));
    }
}
