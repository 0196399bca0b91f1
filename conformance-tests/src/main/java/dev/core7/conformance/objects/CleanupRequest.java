package dev.core7.conformance.objects;

import java.util.Optional;

/**
 * The request that removes a created object, from a link of the contract.
 *
 * @param body the JSON text to send; empty for no body
 * @param repair the JSON text to send to the same path if the server fails to remove the object, before the next try
 */
public record CleanupRequest(String method, String path, String body, Optional<String> repair) {
    /** The request that repairs the object, so that it can be removed. */
    public Optional<CleanupRequest> repairing() {
        return repair.map(text -> new CleanupRequest(method, path, text, Optional.empty()));
    }
}
