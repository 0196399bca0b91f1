package dev.core7.conformance.objects;

import java.util.Optional;

/**
 * The request that takes a created object away again, as a link of the contract describes it.
 *
 * @param body the JSON text to send; empty for none
 * @param repair the JSON text to send to the same path if the server fails to tidy up, before it is asked again
 */
public record CleanupRequest(String method, String path, String body, Optional<String> repair) {
    /** The request that repairs the object, so that it can be tidied up. */
    public Optional<CleanupRequest> repairing() {
        return repair.map(text -> new CleanupRequest(method, path, text, Optional.empty()));
    }
}
